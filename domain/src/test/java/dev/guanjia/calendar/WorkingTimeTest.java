package dev.guanjia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.catalogue.Label;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final WorkCalendar CHINA = ChinaCalendar.load();
    private static final DateRange YEARS =
            new DateRange(LocalDate.of(2010, 1, 1), LocalDate.of(2026, 1, 1));
    private static final List<Shift> SPLIT =
            List.of(shift("08:30", "PT3H30M"), shift("13:30", "PT4H"));

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            textBlock =
                    """
                    2024-03-04T11:30, PT1H,  2024-03-04T14:00, over the lunch break
                    2024-03-04T11:00, PT1H,  2024-03-04T12:00, ends exactly at the break
                    2024-03-04T12:30, PT15M, 2024-03-04T13:45, received in the break
                    2024-03-04T08:30, PT15H, 2024-03-05T17:30, two whole days of seven and a half
                    2024-09-30T17:00, PT1H,  2024-10-08T09:00, over the National Day week
                    2024-09-28T10:00, PT1H,  2024-09-29T09:30, the Sunday worked in exchange counts
                    """)
    void shiftsOnWorkingDaysLeaveRoomForLunch(
            LocalDateTime from, Duration target, LocalDateTime due, String why) {
        WorkingTime time = WorkingTime.of(CHINA, SHANGHAI, SPLIT);
        assertThat(local(time, from, target)).as(why).isEqualTo(due);
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource(
            textBlock =
                    """
                    Asia/Shanghai,    2024-10-01T12:00, PT8H, 2024-10-02T06:00, a holiday is no matter
                    Asia/Shanghai,    2024-10-02T03:00, PT4H, 2024-10-02T23:00, the rest in the next night
                    Asia/Shanghai,    2024-12-31T23:00, PT2H, 2025-01-01T01:00, over New Year
                    Asia/Shanghai,    2024-02-28T23:00, PT9H, 2024-03-01T00:00, over a leap day
                    America/New_York, 2015-03-07T22:00, PT8H, 2015-03-08T07:00, eight hours also in spring
                    America/New_York, 2015-10-31T22:00, PT8H, 2015-11-01T05:00, and in autumn
                    Europe/Berlin,    2024-03-30T22:00, PT8H, 2024-03-31T07:00, in Europe three weeks later
                    Europe/Berlin,    2024-10-26T22:00, PT8H, 2024-10-27T05:00, and a week earlier
                    """)
    void aNightShiftIsWorkedEveryNight(
            ZoneId zone, LocalDateTime from, Duration target, LocalDateTime due, String why) {
        WorkingTime time = WorkingTime.of(YEARS, zone, List.of(shift("22:00", "PT8H")));
        assertThat(local(time, from, target)).as(why).isEqualTo(due);
    }

    @ParameterizedTest(name = "{6}")
    @CsvSource(
            textBlock =
                    """
                    America/New_York, 00:30, 04:00, 2015-03-08T00:30, PT3H, 2015-03-09T01:00, spring lacks an hour
                    America/New_York, 00:30, 04:00, 2015-11-01T00:30, PT4H, 2015-11-01T03:30, autumn has one more
                    America/New_York, 02:30, 04:00, 2015-03-08T00:00, PT1H, 2015-03-09T03:00, half past two is half past three
                    America/New_York, 01:30, 04:00, 2015-11-01T00:00, PT3H, 2015-11-01T03:30, the first half past one
                    America/New_York, 02:30, 03:15, 2015-03-08T00:00, PT1H, 2015-03-10T02:45, moved past its closing it is shut
                    Europe/Berlin,    01:00, 05:00, 2024-03-31T00:00, PT4H, 2024-04-01T02:00, spring in Europe
                    Europe/Berlin,    01:00, 05:00, 2024-10-27T00:00, PT4H, 2024-10-27T04:00, autumn in Europe
                    America/New_York, 09:00, 17:00, 2015-03-06T16:00, PT9H, 2015-03-07T17:00, hours away from the change
                    """)
    void anOfficeGoesByTheClockOnTheWall(
            ZoneId zone,
            LocalTime opens,
            LocalTime closes,
            LocalDateTime from,
            Duration target,
            LocalDateTime due,
            String why) {
        Set<LocalDate> all = Set.copyOf(YEARS.start().datesUntil(YEARS.end()).toList());
        WorkCalendar everyDay = new WorkCalendar(YEARS, Set.of(), all);
        BusinessHours office = new BusinessHours(everyDay, zone, opens, closes);
        assertThat(local(WorkingTime.of(office), from, target)).as(why).isEqualTo(due);
        Instant start = from.atZone(zone).toInstant();
        assertThat(local(office.after(start, target).due(), zone)).as(why).isEqualTo(due);
    }

    @Test
    void overlappingShiftsCountOnce() {
        List<Shift> shifts = List.of(shift("08:00", "PT6H"), shift("12:00", "PT6H"));
        WorkingTime time = WorkingTime.of(YEARS, SHANGHAI, shifts);
        assertThat(time.between(at("2024-03-04T00:00"), at("2024-03-05T00:00")))
                .contains(Duration.ofHours(10));
    }

    @Test
    void aShiftThatDoesNotBeginOnADayLeavesItOff() {
        Shift friday =
                new Shift(
                        "friday",
                        new Label("周五", "Friday"),
                        LocalTime.of(22, 0),
                        Duration.ofHours(4),
                        EnumSet.of(DayOfWeek.FRIDAY));
        WorkingTime time = WorkingTime.of(YEARS, SHANGHAI, List.of(friday));
        assertThat(time.steps(at("2024-03-01T21:00"), at("2024-03-02T04:00")))
                .extracting(step -> step.reason().name(), DueTime.Step::length)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("OFFICE_CLOSED", Duration.ofHours(1)),
                        org.assertj.core.groups.Tuple.tuple("COUNTED", Duration.ofHours(4)),
                        org.assertj.core.groups.Tuple.tuple("DAY_OFF", Duration.ofHours(2)));
    }

    @Test
    void allTimeCountsOnAClockThatNeverStops() {
        WorkingTime always = WorkingTime.always(ZoneId.of("America/New_York"));
        assertThat(local(always, LocalDateTime.parse("2015-03-07T12:00"), Duration.ofHours(24)))
                .isEqualTo("2015-03-08T13:00");
        assertThat(local(always, LocalDateTime.parse("2015-10-31T12:00"), Duration.ofHours(24)))
                .isEqualTo("2015-11-01T11:00");
        assertThat(always.find(at("2090-01-01T00:00"), Duration.ofDays(36_500))).isEmpty();
        assertThat(always.find(at("1890-01-01T00:00"), Duration.ofDays(1))).isEmpty();
    }

    @Test
    void whatIsNotCoveredIsUnknown() {
        WorkingTime night = WorkingTime.of(YEARS, SHANGHAI, List.of(shift("22:00", "PT8H")));
        assertThat(night.covered()).hasToString("2010-01-02 to 2025-12-31");
        assertThat(night.find(at("2010-01-01T23:00"), Duration.ofHours(1))).isEmpty();
        assertThat(night.find(at("2025-12-31T22:00"), Duration.ofHours(2)))
                .contains(at("2026-01-01T00:00"));
        assertThat(night.find(at("2025-12-31T22:00"), Duration.ofHours(3))).isEmpty();
        assertThat(night.between(at("2025-12-31T22:00"), at("2026-01-01T00:01"))).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> night.steps(at("2009-12-31T22:00"), at("2010-01-02T00:00")));
    }

    @Test
    void timeIsAskedForwards() {
        WorkingTime time = WorkingTime.always(SHANGHAI);
        Instant noon = at("2024-03-04T12:00");
        assertThatIllegalArgumentException().isThrownBy(() -> time.find(noon, Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> time.between(noon, noon.minusSeconds(1)))
                .withMessageStartingWith("span runs backwards");
    }

    @Test
    void aCalendarWithoutWorkingDaysCountsNothing() {
        DateRange weekend = new DateRange(LocalDate.of(2024, 3, 2), LocalDate.of(2024, 3, 4));
        WorkCalendar none = new WorkCalendar(weekend, Set.of(), Set.of());
        assertThat(WorkingTime.of(none, SHANGHAI, SPLIT).counts()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingTime.of(CHINA, SHANGHAI, List.of()))
                .withMessage("no shift ever counts in 2007-01-01 to 2026-12-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingTime.of(YEARS, SHANGHAI, List.of()));
        WorkingTime unknown = WorkingTime.unknown(SHANGHAI);
        assertThat(unknown.counts()).isFalse();
        assertThat(unknown.knows(unknown.knownUntil())).isFalse();
        assertThat(unknown.find(at("2024-03-04T00:00"), Duration.ofHours(1))).isEmpty();
        assertThat(WorkingTime.of(CHINA, SHANGHAI, SPLIT).counts()).isTrue();
    }

    private static Shift shift(String begins, String length) {
        return new Shift(
                "a",
                new Label("班", "shift"),
                LocalTime.parse(begins),
                Duration.parse(length),
                EnumSet.allOf(DayOfWeek.class));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static LocalDateTime local(WorkingTime time, LocalDateTime from, Duration target) {
        Instant start = from.atZone(time.zone()).toInstant();
        return local(time.find(start, target).orElseThrow(), time.zone());
    }

    private static LocalDateTime local(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDateTime();
    }
}
