package dev.guanjia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

    @ParameterizedTest(name = "{0} from {1} holds {2} in {3}..{4}")
    @CsvSource(
            textBlock =
                    """
                    P14D, 2026-01-05, 2026-01-18, 2026-01-05, 2026-01-18
                    P14D, 2026-01-05, 2026-01-19, 2026-01-19, 2026-02-01
                    P14D, 2026-01-05, 2026-01-04, 2025-12-22, 2026-01-04
                    P2W,  2026-01-07, 2026-01-20, 2026-01-07, 2026-01-20
                    P1M,  2026-01-15, 2026-02-14, 2026-01-15, 2026-02-14
                    P1M,  2026-01-15, 2026-02-15, 2026-02-15, 2026-03-14
                    P1M,  2024-01-28, 2024-02-29, 2024-02-28, 2024-03-27
                    P3M,  2026-02-01, 2026-01-31, 2025-11-01, 2026-01-31
                    P1Y,  2023-07-01, 2024-02-29, 2023-07-01, 2024-06-30
                    """)
    void aDayLiesInOnePeriod(
            String every, LocalDate anchor, LocalDate day, LocalDate first, LocalDate last) {
        assertThat(Interval.parse(every, anchor).periodOf(day))
                .isEqualTo(DateRange.ofClosed(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P0D", "P", "14D", "P1M2D", "-P1D", "P1H", "PT8H", "P1201M"})
    void everyOtherLengthIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.parse(text, Interval.FIRST_MONDAY));
    }

    @Test
    void monthsAreCountedFromADayThatEveryMonthHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.parse("P1M", LocalDate.of(2026, 1, 29)))
                .withMessage("months are counted from day 1 to 28: 2026-01-29");
        assertThat(Interval.parse("P1M", LocalDate.of(2026, 1, 28)))
                .hasToString("every 1 months from 2026-01-28");
    }
}
