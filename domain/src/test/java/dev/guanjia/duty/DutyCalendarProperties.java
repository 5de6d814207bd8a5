package dev.guanjia.duty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.DeadlineRule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DutyCalendarProperties {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final DutyCalendar CALENDAR = Company.calendar();

    @Property(tries = 60)
    void aRangeIsItsPartsOneAfterTheOther(
            @ForAll @IntRange(max = 1500) int start,
            @ForAll @IntRange(max = 120) int one,
            @ForAll @IntRange(max = 120) int two) {
        LocalDate from = FIRST.plusDays(start);
        LocalDate middle = from.plusDays(one);
        LocalDate end = middle.plusDays(two);
        List<DutyOccurrence> parts =
                new ArrayList<>(CALENDAR.occurrences(new DateRange(from, middle)));
        parts.addAll(CALENDAR.occurrences(new DateRange(middle, end)));
        assertThat(CALENDAR.occurrences(new DateRange(from, end))).isEqualTo(parts);
    }

    @Property(tries = 40)
    void aMonthlyDutyComesRoundOnceAMonth(
            @ForAll @IntRange(max = 60) int start, @ForAll @IntRange(max = 24) int months) {
        YearMonth first = YearMonth.of(2026, 1).plusMonths(start);
        DateRange range = new DateRange(first.atDay(1), first.plusMonths(months).atDay(1));
        assertThat(CALENDAR.occurrences(range))
                .filteredOn(occurrence -> occurrence.key().duty().value().equals("D-004B-RC-06"))
                .hasSize(months);
    }

    @Property(tries = 40)
    void everyOccurrenceIsNamedOnceInOrderAndDueInItsPeriodByAPersonOrPost(
            @ForAll @IntRange(max = 1500) int start, @ForAll @IntRange(max = 100) int days) {
        LocalDate from = FIRST.plusDays(start);
        DateRange range = new DateRange(from, from.plusDays(days));
        List<DutyOccurrence> occurrences = CALENDAR.occurrences(range);
        assertThat(occurrences)
                .allSatisfy(
                        occurrence -> {
                            assertThat(range.contains(occurrence.period().start())).isTrue();
                            assertThat(occurrence.due().lastDay())
                                    .hasValueSatisfying(
                                            last ->
                                                    assertThat(occurrence.period().contains(last))
                                                            .isTrue());
                            assertThat(occurrence.responsible().staff()).isPresent();
                        });
        assertThat(occurrences.stream().map(DutyOccurrence::key).toList())
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(CALENDAR.occurrences(range)).isEqualTo(occurrences);
    }

    @Property
    void aDayOfTheMonthIsKeptOrClampedToTheLast(
            @ForAll @IntRange(max = 600) int month, @ForAll @IntRange(min = 1, max = 31) int day) {
        YearMonth of = YearMonth.of(2026, 1).plusMonths(month);
        Timing timing =
                new Timing(List.of(Cadence.MONTHLY), List.of(DeadlineRule.day(day)), List.of());
        DutyDue due =
                DutyDue.in(
                        timing,
                        Cadence.MONTHLY,
                        DateRange.of(of),
                        DutyTimes.plain(Company.SHANGHAI));
        assertThat(due.isClamped()).isEqualTo(day > of.lengthOfMonth());
        assertThat(due.lastDay()).contains(due.isClamped() ? of.atEndOfMonth() : of.atDay(day));
    }
}
