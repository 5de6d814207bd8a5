package dev.guanjia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineRuleTest {

    @ParameterizedTest(name = "{4}")
    @CsvSource(
            textBlock =
                    """
                    period-end, 2026-03-01, 2026-03-31, 2026-03-31, the last day of the month
                    period-end, 2026-03-02, 2026-03-08, 2026-03-08, the last day of the week
                    day-25,     2026-03-01, 2026-03-31, 2026-03-25, the day itself
                    day-30,     2026-02-01, 2026-02-28, 2026-02-28, clamped to a short February
                    day-30,     2024-02-01, 2024-02-29, 2024-02-29, clamped to a long February
                    day-31,     2026-04-01, 2026-06-30, 2026-04-30, the first month of the quarter
                    day-5,      2026-03-01, 2026-03-01, 2026-03-01, clamped to the end of the period
                    """)
    void lastDays(String code, LocalDate first, LocalDate last, LocalDate expected, String why) {
        DateRange period = DateRange.ofClosed(first, last);
        assertThat(DeadlineRule.parse(code).lastDay(period)).as(why).isEqualTo(expected);
    }

    @Test
    void aDayBeforeThePeriodIsRefused() {
        DateRange week = DateRange.ofClosed(LocalDate.of(2026, 3, 23), LocalDate.of(2026, 3, 29));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeadlineRule(15).lastDay(week))
                .withMessage("day-15 is over before the period: 2026-03-23 to 2026-03-29");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "day-0", "day-32", "day-05", "day-", "25", "period_end", "Day-3"})
    void everyOtherCodeIsRefused(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> DeadlineRule.parse(code));
    }

    @Test
    void noMonthHasMoreThanThirtyOneDays() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DeadlineRule(32));
        assertThatIllegalArgumentException().isThrownBy(() -> new DeadlineRule(-1));
    }
}
