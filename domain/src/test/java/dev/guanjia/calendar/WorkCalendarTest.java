package dev.guanjia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {

    private static final LocalDate FRIDAY_OFF = LocalDate.of(2024, 2, 16);
    private static final LocalDate SUNDAY_WORKED = LocalDate.of(2024, 2, 18);
    private static final WorkCalendar FEBRUARY =
            new WorkCalendar(
                    DateRange.of(YearMonth.of(2024, 2)), Set.of(FRIDAY_OFF), Set.of(SUNDAY_WORKED));

    @Test
    void aHolidayOnAWeekdayIsOff() {
        assertThat(FEBRUARY.isWorkingDay(FRIDAY_OFF)).isFalse();
    }

    @Test
    void aSundayWorkedInExchangeIsOn() {
        assertThat(FEBRUARY.isWorkingDay(SUNDAY_WORKED)).isTrue();
    }

    @Test
    void anOrdinarySundayIsOff() {
        assertThat(FEBRUARY.isWorkingDay(SUNDAY_WORKED.plusWeeks(1))).isFalse();
    }

    @Test
    void theFirstDayAfterTheSpanIsUnknown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FEBRUARY.isWorkingDay(LocalDate.of(2024, 3, 1)));
    }
}
