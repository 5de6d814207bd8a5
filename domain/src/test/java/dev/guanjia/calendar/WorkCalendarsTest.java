package dev.guanjia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorkCalendarsTest {

    private static final WorkCalendars ALL = WorkCalendars.load();
    private static final WorkCalendar CHINA = ALL.find(WorkCalendars.CHINA).orElseThrow();

    @Test
    void theFirstOfOctoberIsAHolidayInChinaAlone() {
        LocalDate day = LocalDate.of(2026, 10, 1);
        assertThat(CHINA.isWorkingDay(day)).isFalse();
        assertThat(ALL.find("WEEKEND").orElseThrow().isWorkingDay(day)).isTrue();
        assertThat(ALL.find("MARS")).isEmpty();
        assertThat(ALL.all()).extracting(WorkCalendars.Entry::key).containsExactly("CN", "WEEKEND");
    }

    @Test
    void aYearFollowsTheLastOneAndReplacesItself() {
        LocalDate off = LocalDate.of(2027, 1, 4);
        LocalDate on = LocalDate.of(2027, 1, 3);
        WorkCalendar next = CHINA.with(new CalendarYear(2027, Set.of(off), Set.of(on)));
        assertThat(next.covered().last()).isEqualTo(LocalDate.of(2027, 12, 31));
        assertThat(next.isWorkingDay(off)).isFalse();
        assertThat(next.isWorkingDay(on)).isTrue();
        assertThat(next.holidays()).containsAll(CHINA.holidays());
        WorkCalendar again = next.with(new CalendarYear(2027, Set.of(), Set.of()));
        assertThat(again.isWorkingDay(off)).isTrue();
        assertThat(again.isWorkingDay(on)).isFalse();
        assertThat(again.covered()).isEqualTo(next.covered());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHINA.with(new CalendarYear(2028, Set.of(), Set.of())))
                .withMessage("2007-01-01 to 2026-12-31 does not lead to 2028");
    }

    @Test
    void aYearWithoutWorkingDaysIsTold() {
        Set<LocalDate> all =
                LocalDate.of(2027, 1, 1)
                        .datesUntil(LocalDate.of(2028, 1, 1))
                        .collect(Collectors.toSet());
        assertThat(CHINA.isWorkedIn(2026)).isTrue();
        assertThat(CHINA.isWorkedIn(2027)).isFalse();
        assertThat(CHINA.with(new CalendarYear(2027, all, Set.of())).isWorkedIn(2027)).isFalse();
    }

    @Test
    void theDaysOfAYearAreOfThatYearAndEitherOffOrWorked() {
        Set<LocalDate> day = Set.of(LocalDate.of(2027, 1, 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalendarYear(2028, day, Set.of()))
                .withMessage("2027-01-04 is not of the year 2028");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalendarYear(2027, day, day))
                .withMessage("2027-01-04 is both off and worked");
    }
}
