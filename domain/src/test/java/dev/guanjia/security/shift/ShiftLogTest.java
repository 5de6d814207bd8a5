package dev.guanjia.security.shift;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static dev.guanjia.security.shift.Shifts.ANN;
import static dev.guanjia.security.shift.Shifts.BO;
import static dev.guanjia.security.shift.Shifts.KIT;
import static dev.guanjia.security.shift.Shifts.LOBBY;
import static dev.guanjia.security.shift.Shifts.LOG;
import static dev.guanjia.security.shift.Shifts.entry;
import static dev.guanjia.security.shift.Shifts.minute;
import static dev.guanjia.security.shift.Shifts.money;
import static dev.guanjia.security.shift.Shifts.released;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.decision.Decision;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.shift.LogEntry.Kind;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ShiftLogTest {

    @Test
    void theFloatIsZeroUntilMoneyIsPutIn() {
        assertThat(LOG.closing().money()).isEqualTo(Money.fen(0));
        ShiftLog log = accepted(LOG.write(money(Kind.MONEY_IN, 5000, 1)));
        log = accepted(log.write(money(Kind.MONEY_OUT, 1250, 2)));
        assertThat(log.closing().money()).isEqualTo(Money.fen(3750));
        assertThat(codes(log.write(money(Kind.MONEY_OUT, 3751, 3))))
                .containsExactly("shift-money-short");
    }

    @Test
    void whatIsLentComesBackOnceAndIsStillTheShifts() {
        ShiftLog log = accepted(LOG.write(entry(Kind.LENT, "roof", 1)));
        assertThat(log.closing().lent()).isEqualTo(Map.of("roof", "said so"));
        assertThat(log.closing().items()).contains("key:roof", "key:gate", "goods:torch");
        assertThat(codes(log.write(entry(Kind.LENT, "roof", 2))))
                .containsExactly("shift-subject-twice");
        assertThat(codes(log.write(entry(Kind.RETURNED, "gate", 2))))
                .containsExactly("shift-subject-unknown");
        assertThat(codes(log.write(entry(Kind.LENT, "cellar", 2))))
                .containsExactly("shift-subject-unknown");
        log = accepted(log.write(entry(Kind.RETURNED, "roof", 3)));
        assertThat(log.closing()).isEqualTo(KIT);
    }

    @Test
    void unfinishedMattersAndEquipmentArePassedOn() {
        ShiftLog log = accepted(LOG.write(entry(Kind.MATTER_OPENED, "leak", 1)));
        log = accepted(log.write(entry(Kind.EQUIPMENT, "panel", 2)));
        assertThat(log.closing().items()).contains("matter:leak", "equipment:panel");
        assertThat(log.closing().equipment()).isEqualTo(Map.of("panel", "said so"));
        assertThat(codes(log.write(entry(Kind.MATTER_OPENED, "leak", 3))))
                .containsExactly("shift-subject-twice");
        assertThat(codes(log.write(entry(Kind.MATTER_CLOSED, "noise", 3))))
                .containsExactly("shift-subject-unknown");
        ShiftLog next = accepted(ShiftLog.following(released(log, BO, 10)));
        assertThat(next.opening()).isEqualTo(log.closing());
        assertThat(next.holder()).isEqualTo(BO);
        assertThat(next.openedAt()).isEqualTo(minute(10));
        assertThat(accepted(next.write(entry(Kind.MATTER_CLOSED, "leak", 11))).closing().matters())
                .isEmpty();
    }

    @Test
    void whatComesToTheKitOrIsLostIsWrittenDownAndHandedOnSo() {
        ShiftLog log = accepted(LOG.write(entry(Kind.KEY_ADDED, "pumps", 1)));
        log = accepted(log.write(entry(Kind.LENT, "roof", 2)));
        log = accepted(log.write(entry(Kind.KEY_MISSING, "roof", 3)));
        log = accepted(log.write(entry(Kind.GOODS_ADDED, "ladder", 4)));
        log = accepted(log.write(entry(Kind.GOODS_MISSING, "torch", 5)));
        log = accepted(log.write(entry(Kind.EQUIPMENT_ADDED, "camera", 6)));
        log = accepted(log.write(entry(Kind.EQUIPMENT_MISSING, "panel", 7)));
        assertThat(log.closing().items())
                .containsExactlyInAnyOrder(
                        "log",
                        "money",
                        "key:gate",
                        "key:pumps",
                        "goods:ladder",
                        "equipment:camera");
        assertThat(log.closing().lent()).isEmpty();
        for (Kind kind : List.of(Kind.KEY_ADDED, Kind.GOODS_ADDED)) {
            assertThat(codes(log.write(entry(kind, "pumps", 8))))
                    .containsExactly("shift-subject-twice");
        }
        for (Kind kind : List.of(Kind.KEY_MISSING, Kind.GOODS_MISSING, Kind.EQUIPMENT)) {
            assertThat(codes(log.write(entry(kind, "roof", 8))))
                    .containsExactly("shift-subject-unknown");
        }
    }

    @Test
    void aLogDoesNotRunBackwardsNorSayNothing() {
        ShiftLog log = accepted(LOG.write(entry(Kind.NOTE, "quiet", 5)));
        assertThat(codes(log.write(entry(Kind.NOTE, "late", 4))))
                .containsExactly("shift-time-runs-backwards");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogEntry.of(Kind.NOTE, "quiet", " ", minute(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogEntry.of(Kind.MONEY_IN, "float", "cash", minute(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> money(Kind.MONEY_OUT, 0, 1));
        List<LogEntry> overdrawn = List.of(money(Kind.MONEY_OUT, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShiftLog(LOBBY, ANN, minute(0), KIT, overdrawn));
    }

    @Property(tries = 300)
    void keysAndMoneyAreConservedOverAnyShifts(
            @ForAll @Size(max = 40) List<@From("entries") LogEntry> entries) {
        ShiftLog log = LOG;
        long held = 0;
        int handovers = 0;
        for (LogEntry asked : entries) {
            LogEntry entry =
                    new LogEntry(
                            asked.kind(),
                            asked.subject(),
                            asked.text(),
                            asked.money(),
                            log.lastAt().plusSeconds(60));
            Decision<ShiftLog> decision = log.write(entry);
            if (codes(decision).isEmpty()) {
                log = accepted(decision);
                held += moved(entry);
            }
            if (entry.kind() == Kind.NOTE) {
                Kit closing = log.closing();
                StaffId relief = log.holder().equals(ANN) ? BO : ANN;
                long minutes = (log.lastAt().getEpochSecond() - minute(0).getEpochSecond()) / 60;
                log = accepted(ShiftLog.following(released(log, relief, minutes)));
                assertThat(log.opening()).isEqualTo(closing);
                handovers++;
            }
            assertThat(log.closing().keys()).isEqualTo(KIT.keys());
            assertThat(log.closing().goods()).isEqualTo(KIT.goods());
            assertThat(log.closing().money()).isEqualTo(Money.fen(held));
            assertThat(
                            new ShiftLog(
                                            LOBBY,
                                            log.holder(),
                                            log.openedAt(),
                                            log.opening(),
                                            log.entries())
                                    .closing())
                    .isEqualTo(log.closing());
        }
        assertThat(handovers)
                .isEqualTo((int) entries.stream().filter(e -> e.kind() == Kind.NOTE).count());
    }

    private static long moved(LogEntry entry) {
        long fen = entry.money().map(Money::minorUnits).orElse(0L);
        return entry.kind() == Kind.MONEY_OUT ? -fen : fen;
    }

    @Provide
    Arbitrary<LogEntry> entries() {
        return Combinators.combine(
                        Arbitraries.of(Kind.values())
                                .filter(kind -> !kind.name().endsWith("_ADDED"))
                                .filter(kind -> !kind.name().endsWith("_MISSING")),
                        Arbitraries.of("roof", "gate", "torch", "leak", "panel"),
                        Arbitraries.longs().between(1, 1000))
                .as(
                        (kind, subject, fen) ->
                                kind == Kind.MONEY_IN || kind == Kind.MONEY_OUT
                                        ? money(kind, fen, 0)
                                        : entry(kind, subject, 0));
    }
}
