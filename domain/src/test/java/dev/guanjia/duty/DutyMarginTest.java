package dev.guanjia.duty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.calendar.DateRange;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DutyMarginTest {

    private static final DateRange MARCH = DateRange.of(YearMonth.of(2026, 3));

    @Test
    void theLatestComesFirstEqualMarginsInKeyOrderAndTheUndoneNotAtAll() {
        DutyRecord stock = performed("D-000-STK-06", Duration.ofHours(-1));
        DutyRecord fees = performed("D-004B-RC-06", Duration.ofHours(2));
        DutyRecord entry = performed("D-004B-RC-07", Duration.ofHours(2));
        DutyRecord open = DutyRecord.due(DutyCalendarTest.only("D-000-ACC-02", MARCH));
        assertThat(DutyMargin.slowestFirst(List.of(open, stock, entry, fees)))
                .containsExactly(
                        new DutyMargin(fees, Duration.ofHours(2)),
                        new DutyMargin(entry, Duration.ofHours(2)),
                        new DutyMargin(stock, Duration.ofHours(-1)));
    }

    @Property(tries = 50)
    void theOrderOfTheRecordsDoesNotMatter(
            @ForAll List<@IntRange(min = -5, max = 5) Integer> hours, @ForAll long seed) {
        List<DutyOccurrence> march = Company.calendar().occurrences(MARCH);
        List<DutyRecord> records = new ArrayList<>();
        for (int i = 0; i < Math.min(hours.size(), march.size()); i++) {
            records.add(performed(march.get(i), Duration.ofHours(hours.get(i))));
        }
        List<DutyMargin> ranked = DutyMargin.slowestFirst(records);
        assertThat(ranked).hasSameSizeAs(records);
        for (int i = 1; i < ranked.size(); i++) {
            assertThat(ranked.get(i).margin()).isLessThanOrEqualTo(ranked.get(i - 1).margin());
        }
        Collections.shuffle(records, new Random(seed));
        assertThat(DutyMargin.slowestFirst(records)).isEqualTo(ranked);
    }

    private static DutyRecord performed(String duty, Duration late) {
        return performed(DutyCalendarTest.only(duty, MARCH), late);
    }

    private static DutyRecord performed(DutyOccurrence occurrence, Duration late) {
        Instant at = occurrence.due().end().orElseThrow().plus(late);
        DutyEvent event =
                new DutyEvent.Performed(Company.actor(occurrence.key().post()), at, List.of());
        return new DutyRecord(occurrence, List.of(event));
    }
}
