package dev.guanjia.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Periods tile the calendar, however it is cut into ranges. */
class CadenceProperties {

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2000, 1, 1).toEpochDay(),
                        LocalDate.of(2040, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Property
    void aRangeContainsAsManyDaysAsItIsLong(
            @ForAll("days") LocalDate start, @ForAll @IntRange(max = 400) int length) {
        DateRange range = new DateRange(start, start.plusDays(length));
        long contained =
                start.minusDays(5)
                        .datesUntil(range.end().plusDays(5))
                        .filter(range::contains)
                        .count();
        assertThat(contained).isEqualTo(range.days()).isEqualTo(length);
        assertThat(range.isEmpty()).isEqualTo(length == 0);
    }

    @Property
    void periodsBeginInTheRangeAndFollowEachOther(
            @ForAll Cadence cadence,
            @ForAll("days") LocalDate start,
            @ForAll @IntRange(max = 900) int length) {
        DateRange range = new DateRange(start, start.plusDays(length));
        List<DateRange> periods = cadence.periodsStartingIn(range);
        for (int i = 0; i < periods.size(); i++) {
            assertThat(range.contains(periods.get(i).start())).isTrue();
            assertThat(periods.get(i).isEmpty()).isFalse();
            if (i > 0) {
                assertThat(periods.get(i).start()).isEqualTo(periods.get(i - 1).end());
            }
        }
    }

    @Property
    void aRangeCutInTwoHasTheSamePeriods(
            @ForAll Cadence cadence,
            @ForAll("days") LocalDate start,
            @ForAll @IntRange(max = 400) int first,
            @ForAll @IntRange(max = 400) int second) {
        LocalDate cut = start.plusDays(first);
        LocalDate end = cut.plusDays(second);
        List<DateRange> parts =
                new ArrayList<>(cadence.periodsStartingIn(new DateRange(start, cut)));
        parts.addAll(cadence.periodsStartingIn(new DateRange(cut, end)));
        assertThat(cadence.periodsStartingIn(new DateRange(start, end))).isEqualTo(parts);
    }

    @Property
    void everyDayOfAYearLiesInOnePeriodOfACalendarBoundCadence(
            @ForAll Cadence cadence, @ForAll("days") LocalDate day) {
        DateRange around = new DateRange(day.minusYears(1), day.plusDays(1));
        long holding =
                cadence.periodsStartingIn(around).stream()
                        .filter(period -> period.contains(day))
                        .count();
        assertThat(holding).isEqualTo(cadence.isCalendarBound() ? 1 : 0);
    }

    @Property
    void aDeadlineLiesInItsPeriod(
            @ForAll @IntRange(max = 31) int dayOfMonth, @ForAll("days") LocalDate day) {
        for (Cadence cadence : List.of(Cadence.MONTHLY, Cadence.QUARTERLY, Cadence.YEARLY)) {
            DateRange around = new DateRange(day, day.plusYears(1));
            DateRange period = cadence.periodsStartingIn(around).get(0);
            DeadlineRule rule = new DeadlineRule(dayOfMonth);
            assertThat(period.contains(rule.lastDay(period))).isTrue();
            assertThat(DeadlineRule.parse(rule.toString())).isEqualTo(rule);
        }
    }
}
