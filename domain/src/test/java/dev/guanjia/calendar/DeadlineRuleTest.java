package dev.guanjia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineRuleTest {

    @ParameterizedTest(name = "{4}")
    @CsvSource(
            textBlock =
                    """
                    period-end,    2026-03-01, 2026-03-31, 2026-03-31, the last day of the month
                    period-end,    2026-03-02, 2026-03-08, 2026-03-08, the last day of the week
                    day-end,       2026-03-02, 2026-03-02, 2026-03-02, the day itself
                    week-end,      2026-03-02, 2026-03-08, 2026-03-08, Sunday
                    month-end,     2024-02-01, 2024-02-29, 2024-02-29, a long February
                    quarter-end,   2026-04-01, 2026-06-30, 2026-06-30, the last day of the quarter
                    year-end,      2026-01-01, 2026-12-31, 2026-12-31, the last day of the year
                    year-start,    2026-01-01, 2026-12-31, 2026-01-01, the first day of the year
                    before-period, 2026-03-01, 2026-03-31, 2026-03-31, before April begins
                    day-25,        2026-03-01, 2026-03-31, 2026-03-25, that day of the month
                    day-30,        2026-02-01, 2026-02-28, 2026-02-28, clamped to a short February
                    day-30,        2024-02-01, 2024-02-29, 2024-02-29, clamped to a long February
                    day-31,        2026-04-01, 2026-06-30, 2026-04-30, of the first month
                    day-10,        2026-03-15, 2026-04-14, 2026-04-10, the first that is inside
                    quarter-1,     2026-01-01, 2026-12-31, 2026-03-31, the first quarter's end
                    quarter-4,     2026-01-01, 2026-12-31, 2026-12-31, the last quarter's end
                    quarter-2,     2026-07-01, 2027-06-30, 2027-06-30, of a year from July to June
                    quarter-3,     2026-07-01, 2027-06-30, 2026-09-30, of a year from July to June
                    same-day,      2026-03-02, 2026-03-02, 2026-03-02, the day of the event
                    days-14,       2026-02-20, 2026-02-20, 2026-03-06, day one is the day after
                    """)
    void lastDays(String code, LocalDate first, LocalDate last, LocalDate expected, String why) {
        DateRange period = DateRange.ofClosed(first, last);
        assertThat(DeadlineRule.parse(code).lastDay(period)).as(why).isEqualTo(expected);
    }

    @Test
    void theWeekMayEndOnFriday() {
        DateRange week = DateRange.ofClosed(LocalDate.of(2026, 3, 23), LocalDate.of(2026, 3, 29));
        assertThat(DeadlineRule.parse("week-end").lastDay(week, DayOfWeek.FRIDAY))
                .isEqualTo(LocalDate.of(2026, 3, 27));
    }

    @ParameterizedTest(name = "{0} dates {1}")
    @CsvSource(
            textBlock =
                    """
                    period-end,          DAILY WEEKLY BIWEEKLY MONTHLY QUARTERLY HALF_YEARLY YEARLY PERIODIC
                    before-period,       DAILY WEEKLY BIWEEKLY MONTHLY QUARTERLY HALF_YEARLY YEARLY PERIODIC
                    day-end,             DAILY
                    week-end,            WEEKLY
                    month-end,           MONTHLY
                    quarter-end,         QUARTERLY
                    year-end,            YEARLY
                    year-start,          YEARLY
                    day-30,              MONTHLY QUARTERLY HALF_YEARLY YEARLY PERIODIC
                    quarter-3,           YEARLY PERIODIC SETUP
                    shift-start,         SHIFT
                    shift-end,           SHIFT
                    shift-change,        SHIFT
                    at-least-2-per-area, SHIFT
                    days-14,             EVENT
                    same-day,            EVENT
                    """)
    void aRuleDatesTheCadencesInWhichItAlwaysOccurs(String code, String cadences) {
        DeadlineRule rule = DeadlineRule.parse(code);
        assertThat(rule).hasToString(code);
        String fitting =
                Arrays.stream(Cadence.values())
                        .filter(rule::fits)
                        .map(Cadence::name)
                        .collect(Collectors.joining(" "));
        assertThat(fitting).isEqualTo(cadences);
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "period-end, P3D, true",
        "day-30, P1M, true",
        "day-30, P4W, false",
        "quarter-2, P1Y, true",
        "quarter-2, P6M, false",
        "week-end, P1W, false"
    })
    void aRuleDatesAnIntervalInWhichItAlwaysOccurs(String code, String interval, boolean fits) {
        Interval every = Interval.parse(interval, LocalDate.of(2026, 1, 15));
        assertThat(DeadlineRule.parse(code).fits(every)).isEqualTo(fits);
    }

    @Test
    void aDayOutsideThePeriodIsRefused() {
        DateRange week = DateRange.ofClosed(LocalDate.of(2026, 3, 23), LocalDate.of(2026, 3, 29));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeadlineRule.day(15).lastDay(week))
                .withMessage("day-15 does not fall inside 2026-03-23 to 2026-03-29");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "day-0",
                "day-32",
                "day-05",
                "day-",
                "day-N",
                "25",
                "period_end",
                "Day-3",
                "quarter-5",
                "promptly",
                "days-0",
                "at-least-0-per-area",
                "period-end-3"
            })
    void everyOtherCodeIsRefused(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> DeadlineRule.parse(code));
    }

    @Test
    void aCodeIsDatedOrAWord() {
        assertThat(DeadlineRule.isDated("day-99")).isTrue();
        assertThat(DeadlineRule.isDated("promptly")).isFalse();
    }

    @Test
    void aNumberBelongsToTheKindsThatCount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeadlineRule.parse("day-32"))
                .withMessage("day-N takes 1 to 31: 32");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeadlineRule(DeadlineKind.YEAR_END, 1));
    }
}
