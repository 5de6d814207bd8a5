package dev.guanjia.property.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class MeterHistoryProperties {

    private static final LocalDate INSTALLED = LocalDate.of(2026, 1, 1);
    private static final Meter METER =
            new Meter(
                    new MeterId("mt_1"),
                    new UnitId("un_1"),
                    MeterKind.WATER,
                    "W-0001",
                    INSTALLED,
                    Rational.ZERO);

    @Property
    void whateverIsRecordedTheHistoryNeverRunsBackwards(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 60) Integer> days,
            @ForAll @Size(min = 30, max = 30) List<@IntRange(max = 100) Integer> values) {
        MeterHistory history = new MeterHistory(METER, List.of());
        for (int i = 0; i < days.size(); i++) {
            Reading reading = reading(i, days.get(i) - 5, values.get(i));
            MeterHistory before = history;
            history = before.record(reading).fold(before::with, reasons -> before);
        }
        List<Rational> shown = history.readings().stream().map(Reading::value).toList();
        assertThat(shown).isSorted();
        assertThat(history.readings())
                .extracting(Reading::readOn)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Property
    void theOrderOfEntryDoesNotMatter(
            @ForAll @Size(max = 20) List<@IntRange(max = 9) Integer> steps, @ForAll long seed) {
        List<Reading> rising = new ArrayList<>();
        int value = 0;
        for (int i = 0; i < steps.size(); i++) {
            value += steps.get(i);
            rising.add(reading(i, i * 7, value));
        }
        List<Reading> shuffled = new ArrayList<>(rising);
        Collections.shuffle(shuffled, new Random(seed));
        MeterHistory history = new MeterHistory(METER, List.of());
        for (Reading reading : shuffled) {
            history = history.with(history.record(reading).fold(r -> r, r -> rising.get(0)));
        }
        assertThat(history.readings()).isEqualTo(rising);
    }

    private static Reading reading(int number, int day, int value) {
        return new Reading(
                new ReadingId("rd_" + number),
                METER.id(),
                INSTALLED.plusDays(day),
                Rational.of(value, 1),
                ReadingSource.READ);
    }
}
