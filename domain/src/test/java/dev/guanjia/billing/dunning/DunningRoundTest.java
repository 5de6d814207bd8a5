package dev.guanjia.billing.dunning;

import static dev.guanjia.organisation.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.arrears.Arrears;
import dev.guanjia.billing.arrears.Owed;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.settlement.OpenCharge;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DunningRoundTest {

    private static final LocalDate DUE = LocalDate.of(2026, 1, 31);
    private static final LocalDate DAY = DUE.plusDays(20);
    private static final DunningLevels LEVELS = DunningLevels.load();
    private static final Promise PROMISE =
            new Promise(DUE.plusDays(10), DUE.plusDays(20), Money.fen(100));

    @Test
    void whoOwesIsRemindedAndWhoIsPassedOverIsToldWhy() {
        List<Owed> owed =
                List.of(
                        owed(1, DUE, null),
                        owed(2, DUE, DAY),
                        owed(3, DAY, null),
                        owed(4, DUE, null),
                        owed(5, DUE, null),
                        owed(6, DUE, null));
        Map<Payer, DunningCase> open = new HashMap<>();
        open.put(payer(4), after(4, "NOTIFY"));
        open.put(payer(5), after(5, "NOTIFY DISPUTE"));
        open.put(payer(6), after(6, "NOTIFY AGREE"));
        open.put(payer(7), after(7, "NOTIFY"));
        DunningRound round = DunningRound.of(arrears(owed), open, Map.of(), LEVELS);
        assertThat(
                        round.lines().stream()
                                .map(
                                        line ->
                                                line.payer().id()
                                                        + " "
                                                        + line.result()
                                                        + " "
                                                        + line.next().reason())
                                .collect(Collectors.joining("\n")))
                .isEqualTo(
                        """
                        ow_1 OPENED DUE
                        ow_2 SKIPPED DEFERRED
                        ow_4 CONTINUED DUE
                        ow_5 SKIPPED DISPUTED
                        ow_6 SKIPPED PROMISE_PENDING
                        ow_7 SKIPPED NOTHING_OVERDUE""");
        assertThat(round.count(DunningRound.Result.SKIPPED)).isEqualTo(4);
    }

    @Test
    void aPromiseIsJudgedByWhatThePayerPaid() {
        Map<Payer, DunningCase> open = Map.of(payer(1), after(1, "NOTIFY AGREE"));
        List<Promise.Paid> paid = List.of(new Promise.Paid(PROMISE.by(), Money.fen(100)));
        assertThat(reason(open, Map.of(payer(1), paid))).isEqualTo(NextStep.Reason.PROMISE_KEPT);
        assertThat(reason(open, Map.of(payer(2), paid))).isEqualTo(NextStep.Reason.PROMISE_PENDING);
    }

    @Property
    void everyoneWhoIsLateIsReachedOnce(
            @ForAll @Size(max = 30) List<@IntRange(min = -20, max = 40) Integer> ages) {
        List<Owed> owed = new ArrayList<>();
        ages.forEach(age -> owed.add(owed(owed.size() % 7, DAY.minusDays(age), null)));
        DunningRound round = DunningRound.of(arrears(owed), Map.of(), Map.of(), LEVELS);
        assertThat(round.lines().stream().map(DunningRound.Line::payer))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        owed.stream()
                                .filter(item -> DAY.isAfter(item.charge().dueOn()))
                                .map(Owed::payer)
                                .collect(Collectors.toSet()));
        assertThat(round.count(DunningRound.Result.OPENED)).isEqualTo(round.lines().size());
    }

    private static NextStep.Reason reason(
            Map<Payer, DunningCase> open, Map<Payer, List<Promise.Paid>> paid) {
        Arrears arrears = arrears(List.of(owed(1, DUE, null)));
        return DunningRound.of(arrears, open, paid, LEVELS).lines().get(0).next().reason();
    }

    private static Payer payer(int number) {
        return new Payer(Payer.Kind.OWNER, "ow_" + number);
    }

    private static Arrears arrears(List<Owed> owed) {
        return new Arrears(DAY, Money.CNY, owed);
    }

    private static Owed owed(int payer, LocalDate due, @Nullable LocalDate promised) {
        ChargeKey key =
                new ChargeKey(
                        new UnitId("un_1"),
                        new FeeItemId("PROPERTY_SERVICE"),
                        ServicePeriod.of(YearMonth.from(due)));
        OpenCharge charge =
                new OpenCharge(new ChargeId("ch_" + payer), key, 10, due, Money.fen(100));
        return new Owed(payer(payer), charge, promised);
    }

    private static DunningCase after(int payer, String steps) {
        DunningCase now = DunningCase.open(new DunningCaseId("dc_" + payer), payer(payer));
        StepFacts facts = new StepFacts(PROMISE.madeOn(), Money.fen(0), List.of(), PROMISE);
        Actor steward = new Actor(new StaffId("sf_1"), new PostKey("STEWARD"), "v1");
        for (String step : steps.split(" ")) {
            Contact contact =
                    new Contact(
                            DunningAction.valueOf(step),
                            steward,
                            Instant.parse("2026-02-10T02:00:00Z"),
                            Channel.TELEPHONE,
                            Outcome.REACHED,
                            "spoke");
            now = accepted(now.take(contact, facts, LEVELS));
        }
        return now;
    }
}
