package dev.guanjia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDaysTest {

    private static final WorkCalendar CHINA = ChinaCalendar.load();

    @ParameterizedTest(name = "{5}")
    @CsvSource(
            textBlock =
                    """
                    KEEP,   month-end, 2026-02, 2026-02-28, '', Saturday stays
                    BEFORE, month-end, 2026-02, 2026-02-28, '', a Saturday worked in exchange stays
                    BEFORE, month-end, 2026-05, 2026-05-29, MOVED_BEFORE, Sunday to Friday
                    AFTER,  month-end, 2026-05, 2026-06-01, MOVED_AFTER, Sunday to Monday
                    AFTER,  day-1,     2026-10, 2026-10-08, MOVED_AFTER, past the National Day holidays
                    BEFORE, day-1,     2026-10, 2026-10-01, KEPT, no working day since the month began
                    BEFORE, day-30,    2024-02, 2024-02-29, CLAMPED, clamped to a working Thursday
                    BEFORE, day-31,    2024-06, 2024-06-28, CLAMPED MOVED_BEFORE, clamped to a Sunday
                    AFTER,  day-25,    2026-04, 2026-04-27, MOVED_AFTER, Saturday to Monday
                    AFTER,  day-9,     2026-05, 2026-05-09, '', a Saturday worked in exchange
                    """)
    void dueDays(
            WorkingDayRule rule,
            String code,
            String month,
            LocalDate expected,
            String adjustments,
            String why) {
        DueDay day = DueDays.PLAIN.moving(rule, CHINA).of(rule(code), month(month));
        assertThat(day.day()).as(why).contains(expected);
        Set<DueDay.Adjustment> done =
                Arrays.stream(adjustments.split(" "))
                        .filter(text -> !text.isEmpty())
                        .map(DueDay.Adjustment::valueOf)
                        .collect(Collectors.toSet());
        assertThat(day.adjustments()).as(why).isEqualTo(done);
    }

    @Test
    void aYearNotAnnouncedSaysSoInsteadOfGuessing() {
        LocalDate firstUnknown = CHINA.covered().end();
        DateRange month = DateRange.of(YearMonth.from(firstUnknown));
        DueDay day = DueDays.PLAIN.moving(WorkingDayRule.AFTER, CHINA).of(rule("day-5"), month);
        assertThat(day.day()).isEmpty();
        assertThat(day.adjustments()).containsExactly(DueDay.Adjustment.UNANNOUNCED);
        assertThat(day.nominal()).isEqualTo(firstUnknown.withDayOfMonth(5));
        assertThat(DueDays.PLAIN.of(rule("day-5"), month).day()).contains(day.nominal());
    }

    @ParameterizedTest(name = "before day {0} in {1}: {2}")
    @CsvSource({
        "30, 2026-03, 2026-03-29",
        "30, 2026-02, 2026-02-28",
        "30, 2024-02, 2024-02-29",
        "29, 2026-02, 2026-02-28",
        "31, 2026-04, 2026-04-30",
        "1, 2026-04, 2026-04-01"
    })
    void strictlyBeforeTheDay(int day, String month, LocalDate expected) {
        DueDays strict = new DueDays(WorkingDayRule.KEEP, Optional.empty(), true, DayOfWeek.SUNDAY);
        DueDay due = strict.of(DeadlineRule.day(day), month(month));
        assertThat(due.day()).contains(expected);
        assertThat(due.adjustments().contains(DueDay.Adjustment.STRICTLY_BEFORE))
                .isEqualTo(day != 1);
    }

    @Test
    void withoutACalendarNoDayCanBeMoved() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new DueDays(
                                        WorkingDayRule.AFTER,
                                        Optional.empty(),
                                        false,
                                        DayOfWeek.SUNDAY))
                .withMessage("days cannot be moved without a calendar: AFTER");
    }

    private static DeadlineRule rule(String code) {
        return DeadlineRule.parse(code);
    }

    private static DateRange month(String month) {
        return DateRange.of(YearMonth.parse(month));
    }
}
