package dev.guanjia.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.meter.Meter;
import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.property.meter.MeterId;
import dev.guanjia.property.meter.MeterKind;
import dev.guanjia.property.meter.Reading;
import dev.guanjia.property.meter.ReadingId;
import dev.guanjia.property.meter.ReadingSource;
import dev.guanjia.property.meter.Register;
import dev.guanjia.property.meter.RegisterChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeterFactsTest {

    private static final FeeItemId FEE = new FeeItemId("SECONDARY_WATER");
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final Meter METER =
            new Meter(
                    new MeterId("mt_1"),
                    new UnitId("un_1"),
                    MeterKind.WATER,
                    "W-1",
                    START,
                    Rational.ZERO,
                    3);
    private static final Meter METER_OF_FOUR =
            new Meter(
                    METER.id(),
                    METER.unit(),
                    METER.kind(),
                    METER.serial(),
                    START,
                    Rational.ZERO,
                    4);
    private static final Reading BILLED = reading("rd_1", 30, 900, false);

    @Test
    void consumptionRunsThroughARollOverAndAReplacedRegister() {
        Reading rolled = reading("rd_2", 60, 100, true);
        Reading after = reading("rd_3", 90, 25, false);
        RegisterChange change =
                new RegisterChange(
                        START.plusDays(80),
                        Rational.of(110, 1),
                        new Register("W-2", Rational.of(5, 1), 3));
        assertThat(unbilled(List.of(BILLED, rolled), List.of())).contains(Rational.of(200, 1));
        assertThat(unbilled(List.of(BILLED, rolled, after), List.of(change)))
                .contains(Rational.of(200 + 10 + 20, 1));
    }

    @Test
    void aCorrectionOfWhatWasBilledIsTakenOffTheNextBill() {
        Reading less = corrected(880);
        Reading soon = reading("rd_2", 60, 890, false);
        Reading later = reading("rd_3", 90, 930, false);
        assertThat(unbilled(List.of(BILLED, less), List.of())).isEmpty();
        assertThat(unbilled(List.of(BILLED, less, soon), List.of())).as("still open").isEmpty();
        assertThat(unbilled(List.of(BILLED, less, soon, later), List.of()))
                .contains(Rational.of(30, 1));
    }

    @Test
    void whatWasReversedLastIsBilledAgainWithTheNextReadingAndOnlyOnce() {
        MeterHistory history =
                new MeterHistory(METER, List.of(BILLED, reading("rd_2", 60, 950, false)));
        assertThat(used(open(history), 200)).contains(Rational.of(950, 1));
        BilledSpan all = span(null, 0, history.readings().get(1), 0);
        assertThat(used(open(history, all), 200)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(history, span(null, 0, BILLED, 0), all));
    }

    @Test
    void whatWasReversedBeforeABillThatStandsIsBilledByItselfAsItIsReadNow() {
        Reading june = reading("rd_2", 60, 950, false);
        Reading july = reading("rd_3", 90, 960, false);
        Reading august = reading("rd_4", 120, 970, false);
        MeterHistory read = new MeterHistory(METER, List.of(BILLED, june, july, august));
        OpenUse open = open(read, span(null, 0, BILLED, 0), span(june, 950, july, 0));
        assertThat(used(open, 61)).contains(Rational.of(50, 1));
        assertThat(used(open, 91)).as("billed").isEmpty();
        assertThat(used(open, 121)).as("without the days between").contains(Rational.of(10, 1));
        Reading lower =
                new Reading(
                        new ReadingId("rd_c"),
                        METER.id(),
                        june.readOn(),
                        Rational.of(920, 1),
                        ReadingSource.CORRECTED,
                        false,
                        june.id());
        MeterHistory corrected =
                new MeterHistory(METER, List.of(BILLED, june, lower, july, august));
        OpenUse now = open(corrected, span(null, 0, BILLED, 0), span(june, 950, july, 0));
        assertThat(used(now, 61)).contains(Rational.of(20, 1));
        assertThat(used(now, 121)).as("with what July lacks").contains(Rational.of(40, 1));
        assertThat(now.readings(START.plusDays(200)))
                .extracting(Reading::id)
                .containsExactly(lower.id(), august.id());
    }

    @Test
    void aChargeThatIsReplacedBillsTheSameReadingsAsTheyStandNow() {
        Reading june = reading("rd_2", 60, 1_000, false);
        Reading lower =
                new Reading(
                        new ReadingId("rd_c"),
                        METER.id(),
                        june.readOn(),
                        Rational.of(950, 1),
                        ReadingSource.CORRECTED,
                        false,
                        june.id());
        Reading july = reading("rd_3", 90, 999, false);
        MeterHistory read = new MeterHistory(METER_OF_FOUR, List.of(BILLED, june, lower, july));
        MeterSpan misread = span(BILLED, 900, june, 0).span();
        BilledSpan before = span(null, 0, BILLED, 0);
        MeterFacts facts = new MeterFacts(read, Map.of(FEE, List.of(before)));
        OpenUse again = facts.open(FEE, misread);
        assertThat(used(again, 200)).contains(Rational.of(50, 1));
        assertThat(again.until(START.plusDays(200)))
                .map(MeterSpan::adjustment)
                .contains(Rational.ZERO);
        BilledSpan all = span(BILLED, 900, july, 0);
        OpenUse since = new MeterFacts(read, Map.of(FEE, List.of(before, all))).open(FEE, misread);
        assertThat(used(since, 200)).as("billed since").isEmpty();
    }

    @Test
    void aRollOverThatIsCorrectedAwayIsNotBilledAgain() {
        Reading rolled = reading("rd_2", 60, 5, true);
        Reading corrected =
                new Reading(
                        new ReadingId("rd_c"),
                        METER.id(),
                        rolled.readOn(),
                        Rational.of(905, 1),
                        ReadingSource.CORRECTED,
                        false,
                        rolled.id());
        Reading next = reading("rd_3", 90, 10, true);
        MeterHistory history =
                new MeterHistory(METER, List.of(BILLED, rolled, corrected, next), List.of());
        BilledSpan billed = span(null, 0, rolled, 1000);
        assertThat(open(history, billed).until(START.plusDays(200)))
                .map(MeterSpan::consumption)
                .contains(Rational.of(5, 1));
    }

    private static BilledSpan span(
            @Nullable Reading from, int opening, Reading closing, int adjustment) {
        return new BilledSpan(
                Billing.MARCH,
                new MeterSpan(
                        METER.id(),
                        from == null ? null : from.id(),
                        Rational.of(opening, 1),
                        closing.id(),
                        closing.value(),
                        Rational.of(adjustment, 1)));
    }

    private static OpenUse open(MeterHistory history, BilledSpan... billed) {
        return new MeterFacts(history, Map.of(FEE, List.of(billed))).open(FEE, null);
    }

    private static Optional<Rational> used(OpenUse open, int day) {
        return open.until(START.plusDays(day)).map(MeterSpan::consumption);
    }

    private static Optional<Rational> unbilled(
            List<Reading> readings, List<RegisterChange> changes) {
        MeterHistory history = new MeterHistory(METER, readings, changes);
        return MeterFacts.billedUntil(history, Map.of(FEE, BILLED.id()))
                .open(FEE, null)
                .until(START.plusDays(200))
                .map(MeterSpan::consumption);
    }

    private static Reading corrected(int value) {
        return new Reading(
                new ReadingId("rd_c"),
                METER.id(),
                BILLED.readOn(),
                Rational.of(value, 1),
                ReadingSource.CORRECTED,
                false,
                BILLED.id());
    }

    private static Reading reading(String id, int day, int value, boolean rolledOver) {
        return new Reading(
                new ReadingId(id),
                METER.id(),
                START.plusDays(day),
                Rational.of(value, 1),
                ReadingSource.READ,
                rolledOver,
                null);
    }
}
