package dev.guanjia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CadenceTest {

    @ParameterizedTest(name = "{0} from {1}: {3}")
    @CsvSource(
            textBlock =
                    """
                    DAILY,       2026-02-27, 2026-03-01, 02-27..02-27 02-28..02-28
                    WEEKLY,      2026-03-01, 2026-03-17, 03-02..03-08 03-09..03-15 03-16..03-22
                    WEEKLY,      2026-03-02, 2026-03-03, 03-02..03-08
                    WEEKLY,      2026-03-03, 2026-03-09, ''
                    BIWEEKLY,    2006-12-25, 2007-01-16, 01-01..01-14 01-15..01-28
                    BIWEEKLY,    2026-03-01, 2026-03-17, 03-02..03-15 03-16..03-29
                    MONTHLY,     2026-01-31, 2026-03-02, 02-01..02-28 03-01..03-31
                    QUARTERLY,   2026-03-01, 2026-04-02, 04-01..06-30
                    QUARTERLY,   2026-03-01, 2026-04-01, ''
                    HALF_YEARLY, 2026-01-01, 2026-12-31, 01-01..06-30 07-01..12-31
                    HALF_YEARLY, 2026-01-02, 2026-07-01, ''
                    YEARLY,      2024-01-01, 2024-02-01, 01-01..12-31
                    YEARLY,      2026-01-02, 2027-01-01, ''
                    """)
    void periodsThatBeginInARange(
            Cadence cadence, LocalDate start, LocalDate end, String expected) {
        String periods =
                cadence.periodsStartingIn(new DateRange(start, end)).stream()
                        .map(
                                period ->
                                        MonthDay.from(period.start())
                                                + ".."
                                                + MonthDay.from(period.last()))
                        .collect(Collectors.joining(" "))
                        .replace("--", "");
        assertThat(periods).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(names = {"SHIFT", "EVENT", "PERIODIC", "STANDING", "SETUP"})
    void whatTheCalendarDoesNotFixHasNoPeriods(Cadence cadence) {
        assertThat(cadence.isCalendarBound()).isFalse();
        assertThat(cadence.periodsStartingIn(DateRange.of(YearMonth.of(2026, 3)))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCodeIsReadAsItIsPrinted(Cadence cadence) {
        assertThat(Cadence.parse(cadence.code())).isEqualTo(cadence);
        assertThat(cadence.code()).matches("[a-z]+(-[a-z]+)?");
    }

    @Test
    void anUnknownCodeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cadence.parse("MONTHLY"))
                .withMessage("unknown cadence: MONTHLY");
    }
}
