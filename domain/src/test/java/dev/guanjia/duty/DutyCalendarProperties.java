package dev.guanjia.duty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.ChinaCalendar;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.DeadlineRule;
import dev.guanjia.calendar.DueDays;
import dev.guanjia.calendar.Interval;
import dev.guanjia.calendar.WorkingDayRule;
import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsibility;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws of occurrences, with fortnights, intervals, shifts and a day of setting up. */
class DutyCalendarProperties {

    private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
    private static final LocalDate SETUP = LocalDate.of(2023, 5, 17);

    @Property(tries = 60)
    void aRangeIsItsPartsOneAfterTheOther(
            @ForAll @IntRange(max = 1100) int start,
            @ForAll @IntRange(max = 60) int one,
            @ForAll @IntRange(max = 60) int two,
            @ForAll WorkingDayRule rule) {
        DutyCalendar calendar = calendar(rule, "P9D", "P1M");
        LocalDate from = FIRST.plusDays(start);
        LocalDate middle = from.plusDays(one);
        LocalDate end = middle.plusDays(two);
        List<DutyOccurrence> parts =
                new ArrayList<>(calendar.occurrences(new DateRange(from, middle)));
        parts.addAll(calendar.occurrences(new DateRange(middle, end)));
        assertThat(calendar.occurrences(new DateRange(from, end))).isEqualTo(parts);
    }

    @Property(tries = 60)
    void everyOccurrenceLiesInTheHorizonIsNamedOnceAndInOrder(
            @ForAll @IntRange(max = 1100) int start,
            @ForAll @IntRange(max = 80) int days,
            @ForAll @IntRange(min = 1, max = 40) int every,
            @ForAll @IntRange(min = 1, max = 12) int months) {
        DutyCalendar calendar =
                calendar(WorkingDayRule.AFTER, "P" + every + "D", "P" + months + "M");
        LocalDate from = FIRST.plusDays(start);
        DateRange range = new DateRange(from, from.plusDays(days));
        List<DutyOccurrence> found = calendar.occurrences(range);
        assertThat(found)
                .allSatisfy(
                        occurrence -> {
                            assertThat(range.contains(occurrence.period().start())).isTrue();
                            assertThat(occurrence.due().lastDay().orElse(from.plusDays(days)))
                                    .isAfterOrEqualTo(occurrence.period().start());
                            assertThat(occurrence.responsible().staff()).isPresent();
                        });
        assertThat(found.stream().map(DutyOccurrence::key).toList())
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(calendar.occurrences(range)).isEqualTo(found);
    }

    @Property(tries = 40)
    void onlyAsMuchIsMadeAsIsAskedFor(@ForAll @IntRange(min = 1, max = 50) int limit) {
        DutyCalendar calendar = Company.calendar();
        DateRange ages = new DateRange(FIRST, FIRST.plusYears(5_000));
        assertThat(calendar.stream(ages).limit(limit)).hasSize(limit);
    }

    @Property(tries = 40)
    void aMonthlyDutyComesRoundOnceAMonth(
            @ForAll @IntRange(max = 60) int start, @ForAll @IntRange(max = 24) int months) {
        YearMonth first = YearMonth.of(2026, 1).plusMonths(start);
        DateRange range = new DateRange(first.atDay(1), first.plusMonths(months).atDay(1));
        assertThat(Company.calendar().occurrences(range))
                .filteredOn(occurrence -> occurrence.key().duty().value().equals("D-004B-RC-06"))
                .hasSize(months);
    }

    @Property
    void aDayOfTheMonthIsKeptOrClampedToTheLast(
            @ForAll @IntRange(max = 600) int month, @ForAll @IntRange(min = 1, max = 31) int day) {
        YearMonth of = YearMonth.of(2026, 1).plusMonths(month);
        Timing timing =
                new Timing(List.of(Cadence.MONTHLY), List.of(DeadlineRule.day(day)), List.of());
        DutyTimes times = DutyTimes.plain(Company.SHANGHAI);
        DutyDue due = DutyDue.in(timing, Cadence.MONTHLY, DateRange.of(of), times);
        assertThat(due.isClamped()).isEqualTo(day > of.lengthOfMonth());
        assertThat(due.lastDay()).contains(due.isClamped() ? of.atEndOfMonth() : of.atDay(day));
    }

    /** Two intervals that follow each other, two shifts, and days that move. */
    private static DutyCalendar calendar(WorkingDayRule rule, String before, String after) {
        DutyId periodic = new DutyId("D-000-PM-03");
        Rhythms rhythms =
                new Rhythms(
                        new Interval(2, Interval.Unit.WEEKS, LocalDate.of(2022, 1, 10)),
                        List.of(
                                new Rhythms.Every(periodic, Interval.parse(before, FIRST)),
                                new Rhythms.Every(periodic, Interval.parse(after, SETUP))),
                        RhythmsTest.shifts(),
                        Optional.of(SETUP));
        DutyTimes times =
                DutyTimes.plain(Company.SHANGHAI)
                        .with(rhythms)
                        .with(DueDays.PLAIN.moving(rule, ChinaCalendar.load()));
        return new DutyCalendar(Company.HELD, everybodySince2000(), times);
    }

    private static Responsibility everybodySince2000() {
        return Company.with(
                Company.POSTS.all().stream()
                        .map(post -> post.key())
                        .map(DutyCalendarProperties::since2000)
                        .toList());
    }

    private static Assignment since2000(PostKey post) {
        return Assignment.openEnded(Company.staff(post), post, LocalDate.of(2000, 1, 1));
    }
}
