package dev.guanjia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessHoursTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final BusinessHours OFFICE =
            new BusinessHours(
                    ChinaCalendar.load(), SHANGHAI, LocalTime.of(9, 0), LocalTime.of(18, 0));

    @Test
    void fourHoursFromFridayEveningEndOnMonday() {
        DueTime due = OFFICE.after(shanghai("2026-03-13T17:40"), Duration.ofHours(4));
        assertThat(print(due, SHANGHAI))
                .isEqualTo(
                        """
                        2026-03-13T17:40 COUNTED       2026-03-13T18:00
                        2026-03-13T18:00 OFFICE_CLOSED 2026-03-14T00:00
                        2026-03-14T00:00 DAY_OFF       2026-03-16T00:00
                        2026-03-16T00:00 OFFICE_CLOSED 2026-03-16T09:00
                        2026-03-16T09:00 COUNTED       2026-03-16T12:40
                        """);
        assertThat(due.due()).isEqualTo(shanghai("2026-03-16T12:40"));
        assertThat(due.counted()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void aSundayWorkedInExchangeForAHolidayCounts() {
        DueTime due = OFFICE.after(shanghai("2025-12-31T17:00"), Duration.ofHours(3));
        assertThat(print(due, SHANGHAI))
                .isEqualTo(
                        """
                        2025-12-31T17:00 COUNTED       2025-12-31T18:00
                        2025-12-31T18:00 OFFICE_CLOSED 2026-01-01T00:00
                        2026-01-01T00:00 HOLIDAY       2026-01-04T00:00
                        2026-01-04T00:00 OFFICE_CLOSED 2026-01-04T09:00
                        2026-01-04T09:00 MAKE_UP_DAY   2026-01-04T11:00
                        """);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            textBlock =
                    """
                    2026-03-12T09:00, PT9H,   2026-03-12T18:00, a whole day ends exactly at closing
                    2026-03-12T09:00, PT9H1S, 2026-03-13T09:00:01, one second more is tomorrow
                    2026-03-12T18:00, PT1H,   2026-03-13T10:00, received at closing is too late
                    2026-03-12T17:59, PT1M,   2026-03-12T18:00, the last minute counts
                    2026-03-12T07:30, PT1H,   2026-03-12T10:00, received before opening
                    2026-03-12T23:30, PT1H,   2026-03-13T10:00, received at night
                    2026-03-14T12:00, PT1H,   2026-03-16T10:00, received on a day off
                    2026-09-30T17:00, PT2H,   2026-10-08T10:00, over the National Day week
                    2026-03-09T09:00, PT45H,  2026-03-13T18:00, a week of work
                    """)
    void dueTimes(LocalDateTime received, Duration target, LocalDateTime expected, String why) {
        Instant due = OFFICE.after(received.atZone(SHANGHAI).toInstant(), target).due();
        assertThat(due.atZone(SHANGHAI).toLocalDateTime()).as(why).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource(
            textBlock =
                    """
                    2026-03-08T00:00, PT4H, 2026-03-09T02:00, PT25H, spring skips one
                    2026-11-01T00:00, PT4H, 2026-11-01T04:00, PT5H,  autumn repeats one
                    2026-03-08T03:30, PT1H, 2026-03-08T04:30, PT1H,  after the change
                    """)
    void onADayWhenTheClocksChangePhysicalTimeCounts(
            LocalDateTime received,
            Duration target,
            LocalDateTime expected,
            Duration elapsed,
            String why) {
        BusinessHours night =
                new BusinessHours(everyDay(2026), NEW_YORK, LocalTime.of(1, 0), LocalTime.of(5, 0));
        Instant from = received.atZone(NEW_YORK).toInstant();
        Instant due = night.after(from, target).due();
        assertThat(due.atZone(NEW_YORK).toLocalDateTime()).as(why).isEqualTo(expected);
        assertThat(Duration.between(from, due)).as(why).isEqualTo(elapsed);
    }

    @Test
    void aTargetBeyondTheCalendarIsUnknown() {
        Instant newYearsEve = shanghai("2026-12-31T17:00");
        assertThat(OFFICE.find(newYearsEve, Duration.ofHours(1))).isPresent();
        assertThat(OFFICE.find(newYearsEve, Duration.ofHours(2))).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.after(newYearsEve, Duration.ofHours(2)))
                .withMessage("2007-01-01 to 2026-12-31 does not hold PT2H");
    }

    @Test
    void noTargetIsNoTarget() {
        Instant now = shanghai("2026-03-12T09:00");
        assertThatIllegalArgumentException().isThrownBy(() -> OFFICE.after(now, Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.after(now, Duration.ofHours(-1)));
    }

    @Test
    void anOfficeOpensBeforeItCloses() {
        LocalTime nine = LocalTime.of(9, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BusinessHours(OFFICE.calendar(), SHANGHAI, nine, nine));
    }

    private static Instant shanghai(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    /** A calendar on which weekends are worked too: clocks change on Sundays. */
    private static WorkCalendar everyDay(int year) {
        LocalDate first = Year.of(year).atDay(1);
        DateRange covered = new DateRange(first, first.plusYears(1));
        Set<LocalDate> all = first.datesUntil(covered.end()).collect(Collectors.toSet());
        return new WorkCalendar(covered, Set.of(), all);
    }

    private static String print(DueTime due, ZoneId zone) {
        StringBuilder lines = new StringBuilder();
        for (DueTime.Step step : due.steps()) {
            lines.append(
                    "%s %-13s %s\n"
                            .formatted(
                                    step.from().atZone(zone).toLocalDateTime(),
                                    step.reason(),
                                    step.to().atZone(zone).toLocalDateTime()));
        }
        return lines.toString();
    }
}
