package dev.guanjia.billing;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MeterFactsProperties {

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
                    4);

    private MeterHistory history = new MeterHistory(METER, List.of());
    private Map<FeeItemId, ReadingId> last = Map.of();
    private Rational billed = Rational.ZERO;

    /** Readings, back-fills, corrections, roll-overs and new registers in any order, and bills. */
    @Property
    void theBillsComeToWhatWasUsedUpToTheReadingThatTheyEndWith(
            @ForAll long seed, @ForAll @IntRange(max = 40) int steps) {
        Random random = new Random(seed);
        history = new MeterHistory(METER, List.of());
        last = Map.of();
        billed = Rational.ZERO;
        for (int step = 0; step < steps; step++) {
            history = next(step, random);
            if (random.nextInt(3) == 0) {
                bill(START.plusDays(random.nextInt(130)));
            }
        }
        bill(START.plusDays(200));
        assertThat(facts().unbilled(FEE, START.plusDays(200))).as("once only").isEmpty();
    }

    private MeterFacts facts() {
        return last.isEmpty()
                ? new MeterFacts(history, Map.of())
                : new MeterFacts(history, last, Map.of(FEE, billed));
    }

    private void bill(LocalDate end) {
        Optional<MeterSpan> span = facts().unbilled(FEE, end);
        if (span.isEmpty()) {
            return;
        }
        assertThat(span.get().consumption().signum()).isNotNegative();
        billed = billed.plus(span.get().consumption());
        last = Map.of(FEE, span.get().closingReading());
        LocalDate day = history.latestBefore(end).orElseThrow().readOn();
        assertThat(billed).isEqualTo(history.totalOn(day).orElseThrow());
    }

    private MeterHistory next(int step, Random random) {
        LocalDate day = START.plusDays(random.nextInt(120));
        Rational value = Rational.of(random.nextInt(10_000), 1);
        if (random.nextInt(8) == 0) {
            Register register = new Register("W-" + step, Rational.of(random.nextInt(9), 1), 4);
            return history.change(new RegisterChange(day, value, register))
                    .fold(changed -> changed, reasons -> history);
        }
        List<Reading> standing = history.standing();
        Reading corrected =
                standing.isEmpty() || random.nextInt(3) > 0
                        ? null
                        : standing.get(random.nextInt(standing.size()));
        Reading reading =
                new Reading(
                        new ReadingId("rd_" + step),
                        METER.id(),
                        corrected == null ? day : corrected.readOn(),
                        value,
                        corrected == null ? ReadingSource.READ : ReadingSource.CORRECTED,
                        random.nextBoolean(),
                        corrected == null ? null : corrected.id());
        return history.record(reading).fold(history::with, reasons -> history);
    }
}
