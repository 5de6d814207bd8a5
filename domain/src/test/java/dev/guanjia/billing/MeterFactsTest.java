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
    void whatWasReversedIsBilledAgainWithTheNextReadingAndOnlyOnce() {
        MeterHistory history =
                new MeterHistory(METER, List.of(BILLED, reading("rd_2", 60, 950, false)));
        Map<FeeItemId, ReadingId> last = Map.of(FEE, BILLED.id());
        Map<FeeItemId, Rational> half = Map.of(FEE, Rational.of(450, 1));
        assertThat(new MeterFacts(history, last, half).unbilled(FEE, START.plusDays(200)))
                .map(MeterSpan::consumption)
                .contains(Rational.of(500, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeterFacts(history, last, Map.of()));
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
        Map<FeeItemId, ReadingId> last = Map.of(FEE, rolled.id());
        Map<FeeItemId, Rational> billed = Map.of(FEE, Rational.of(1005, 1));
        assertThat(new MeterFacts(history, last, billed).unbilled(FEE, START.plusDays(200)))
                .map(MeterSpan::consumption)
                .contains(Rational.of(5, 1));
    }

    private static Optional<Rational> unbilled(
            List<Reading> readings, List<RegisterChange> changes) {
        MeterHistory history = new MeterHistory(METER, readings, changes);
        return new MeterFacts(history, Map.of(FEE, BILLED.id()))
                .unbilled(FEE, START.plusDays(200))
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
