package dev.guanjia.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Periods tile the calendar, however it is cut into ranges. */
class CadenceProperties {

    private static final WorkCalendar CHINA = ChinaCalendar.load();

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

    @Provide
    Arbitrary<Interval> intervals() {
        Arbitrary<LocalDate> anchors =
                days().map(day -> day.withDayOfMonth(1 + day.getYear() % 28));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.of(Interval.Unit.values()),
                        anchors)
                .as(Interval::new);
    }

    @Property
    void periodsOfAnIntervalTileTheCalendarHoweverItIsCut(
            @ForAll("intervals") Interval interval,
            @ForAll("days") LocalDate start,
            @ForAll @IntRange(max = 400) int first,
            @ForAll @IntRange(max = 400) int second) {
        LocalDate cut = start.plusDays(first);
        DateRange whole = new DateRange(start, cut.plusDays(second));
        List<DateRange> parts =
                new ArrayList<>(interval.periodsStartingIn(new DateRange(start, cut)));
        parts.addAll(interval.periodsStartingIn(new DateRange(cut, whole.end())));
        List<DateRange> periods = interval.periodsStartingIn(whole);
        assertThat(periods).isEqualTo(parts).doesNotHaveDuplicates();
        for (DateRange period : periods) {
            assertThat(whole.contains(period.start())).isTrue();
            assertThat(interval.periodOf(period.last())).isEqualTo(period);
            assertThat(interval.periodStartingOn(period.start())).contains(period);
            assertThat(interval.periodOf(period.end()).start()).isEqualTo(period.end());
        }
    }

    @Property
    void aDayOfTheMonthLiesInItsPeriodAlsoOnDays29To31AndInLeapYears(
            @ForAll @IntRange(min = 1, max = 31) int dayOfMonth, @ForAll("days") LocalDate day) {
        DeadlineRule rule = DeadlineRule.day(dayOfMonth);
        assertThat(DeadlineRule.parse(rule.toString())).isEqualTo(rule);
        for (Cadence cadence : Cadence.values()) {
            if (cadence.isCalendarBound() && rule.fits(cadence)) {
                DateRange period = cadence.interval().orElseThrow().periodOf(day);
                LocalDate last = rule.lastDay(period);
                YearMonth month = YearMonth.from(period.start());
                assertThat(period.contains(last)).isTrue();
                assertThat(last)
                        .isEqualTo(month.atDay(Math.min(dayOfMonth, month.lengthOfMonth())));
            }
        }
    }

    @Property
    void aRuleFallsInsideEveryPeriodOfTheIntervalsItFits(
            @ForAll("intervals") Interval interval,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = 1, max = 31) int number) {
        DateRange period = interval.periodOf(day);
        List<DeadlineRule> rules =
                List.of(
                        DeadlineRule.PERIOD_END,
                        DeadlineRule.day(number),
                        new DeadlineRule(DeadlineKind.QUARTER, 1 + number % 4));
        for (DeadlineRule rule : rules) {
            if (rule.fits(interval)) {
                assertThat(period.contains(rule.lastDay(period))).as("%s", rule).isTrue();
            }
        }
    }

    @Property
    void aMovedDayIsWorkedAndNeverBeforeThePeriod(
            @ForAll @IntRange(max = 6500) int days,
            @ForAll WorkingDayRule rule,
            @ForAll @IntRange(min = 1, max = 31) int dayOfMonth) {
        LocalDate day = CHINA.covered().start().plusDays(days);
        DateRange month = DateRange.of(YearMonth.from(day));
        DueDay due = DueDays.PLAIN.moving(rule, CHINA).of(DeadlineRule.day(dayOfMonth), month);
        LocalDate last = due.day().orElseThrow();
        assertThat(last).isAfterOrEqualTo(month.start());
        boolean stays = due.adjustments().contains(DueDay.Adjustment.KEPT);
        if (rule == WorkingDayRule.KEEP || stays) {
            assertThat(last).isEqualTo(due.nominal());
        } else {
            assertThat(CHINA.isWorkingDay(last)).isTrue();
        }
        assertThat(last.isBefore(due.nominal()))
                .isEqualTo(due.adjustments().contains(DueDay.Adjustment.MOVED_BEFORE));
        assertThat(last.isAfter(due.nominal()))
                .isEqualTo(due.adjustments().contains(DueDay.Adjustment.MOVED_AFTER));
    }

    @Property(tries = 200)
    void aMakeUpDayIsNeverMoved(@ForAll @IntRange(max = 100) int index) {
        List<LocalDate> worked = List.copyOf(CHINA.makeUpDays());
        LocalDate day = worked.get(index % worked.size());
        for (WorkingDayRule rule : WorkingDayRule.values()) {
            if (CHINA.covered().contains(day)) {
                assertThat(rule.find(day, CHINA)).contains(day);
            }
        }
    }
}
