package dev.guanjia.property.meter;

import static dev.guanjia.property.meter.Meters.METER;
import static dev.guanjia.property.meter.Meters.START;
import static dev.guanjia.property.meter.Meters.correction;
import static dev.guanjia.property.meter.Meters.history;
import static dev.guanjia.property.meter.Meters.reading;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.money.Rational;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BilledProperties {

    private static final LocalDate END = START.plusDays(400);

    @Property
    void whateverHappensTheBillsAddUpToWhatWasUsed(
            @ForAll long seed, @ForAll @IntRange(max = 40) int steps) {
        Random random = new Random(seed);
        MeterHistory history = history();
        Billed billed = Billed.nothing(METER);
        Rational sum = Rational.ZERO;
        for (int step = 0; step < steps; step++) {
            history = next(history, step, random);
            Billed bill = history.billable(billed, START.plusDays(random.nextInt(120)));
            assertThat(bill.day()).isAfterOrEqualTo(billed.day());
            sum = sum.plus(billed.until(bill));
            billed = bill;
        }
        Billed last = history.billable(billed, END);
        assertThat(sum.plus(billed.until(last))).isEqualTo(used(history));
        assertThat(history.billable(last, END)).isEqualTo(last);
    }

    @Property
    void aBackFilledReadingChangesNothingOfTheTotal(
            @ForAll long seed, @ForAll @IntRange(max = 40) int steps) {
        Random random = new Random(seed);
        MeterHistory history = history();
        for (int step = 0; step < steps; step++) {
            MeterHistory before = history;
            history = next(history, step, random);
            if (history.changes().equals(before.changes()) && isBackFill(before, history)) {
                assertThat(used(history)).isEqualTo(used(before));
            }
        }
    }

    @Example
    void aHundredTwoAndThreeHundredBackFilledAreTwoHundredInAll() {
        Reading first = reading("rd_1", "2026-01-25", "100", false);
        Reading second = reading("rd_2", "2026-02-25", "200", false);
        Reading third = reading("rd_3", "2026-03-25", "300", false);
        Billed from = new Billed(first.readOn(), first.value());
        Billed all = history(first, third).billable(from, END);
        assertThat(from.until(all)).isEqualTo(Rational.of(200, 1));
        MeterHistory filled = history(first, third).with(second);
        assertThat(all.until(filled.billable(all, END))).isEqualTo(Rational.ZERO);
        assertThat(from.until(filled.billable(from, LocalDate.of(2026, 3, 1))))
                .isEqualTo(Rational.of(100, 1));
    }

    @Example
    void aCorrectionOfWhatWasBilledIsASignedDifference() {
        Reading first = reading("rd_1", "2026-01-25", "100", false);
        Billed billed = history(first).billable(Billed.nothing(METER), END);
        MeterHistory less = history(first).with(correction("c", first, Rational.of(80, 1), false));
        assertThat(billed.until(less.billable(billed, END))).isEqualTo(Rational.of(-20, 1));
    }

    private static MeterHistory next(MeterHistory history, int step, Random random) {
        LocalDate day = START.plusDays(random.nextInt(120));
        Rational value = Rational.of(random.nextInt(10_000), 1);
        List<Reading> standing = history.standing();
        if (random.nextInt(8) == 0) {
            Register register = new Register("E-" + step, Rational.of(random.nextInt(9), 1), 4);
            return history.change(new RegisterChange(day, value, register))
                    .fold(changed -> changed, reasons -> history);
        }
        boolean rolled = random.nextBoolean();
        Reading reading =
                random.nextInt(3) > 0 || standing.isEmpty()
                        ? reading("rd_" + step, day, value, rolled)
                        : correction(
                                "rd_" + step,
                                standing.get(random.nextInt(standing.size())),
                                value,
                                rolled);
        return history.record(reading).fold(history::with, reasons -> history);
    }

    private static boolean isBackFill(MeterHistory before, MeterHistory after) {
        List<Reading> added = new ArrayList<>(after.readings());
        added.removeAll(before.readings());
        return added.stream()
                .anyMatch(
                        reading ->
                                reading.corrects() == null
                                        && reading.readOn().isBefore(lastDay(before)));
    }

    private static LocalDate lastDay(MeterHistory history) {
        return history.billable(Billed.nothing(METER), END).day();
    }

    /** Counted by hand, reading by reading, on a dial that starts again at 10000. */
    private static Rational used(MeterHistory history) {
        Rational shown = METER.initialValue();
        Rational used = Rational.ZERO;
        List<Reading> left = new ArrayList<>(history.standing());
        for (RegisterChange change : history.changes()) {
            while (!left.isEmpty() && left.get(0).readOn().isBefore(change.day())) {
                used = used.plus(turned(shown, left.get(0).value()));
                shown = left.remove(0).value();
            }
            used = used.plus(turned(shown, change.last()));
            shown = change.next().first();
        }
        for (Reading reading : left) {
            used = used.plus(turned(shown, reading.value()));
            shown = reading.value();
        }
        return used;
    }

    private static Rational turned(Rational from, Rational to) {
        Rational by = to.minus(from);
        return by.signum() < 0 ? by.plus(Rational.of(10_000, 1)) : by;
    }
}
