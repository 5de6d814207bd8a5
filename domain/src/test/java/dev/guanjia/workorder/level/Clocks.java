package dev.guanjia.workorder.level;

import static dev.guanjia.workorder.WorkOrders.accepted;

import dev.guanjia.calendar.BusinessHours;
import dev.guanjia.calendar.ChinaCalendar;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.Shift;
import dev.guanjia.calendar.WorkCalendar;
import dev.guanjia.calendar.WorkCalendars;
import dev.guanjia.calendar.WorkingTime;
import dev.guanjia.catalogue.Label;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An office from 9 to 18, a night shift at 22, and clocks that run on them. */
final class Clocks {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final BusinessHours OFFICE =
            new BusinessHours(
                    ChinaCalendar.load(), SHANGHAI, LocalTime.of(9, 0), LocalTime.of(18, 0));
    private static final Shift NIGHT =
            new Shift(
                    "night",
                    new Label("夜班", "night"),
                    LocalTime.of(22, 0),
                    Duration.ofHours(8),
                    EnumSet.allOf(DayOfWeek.class));
    static final ServiceHours HOURS =
            accepted(
                    ServiceHours.of(
                            WorkingTime.of(OFFICE),
                            Map.of(
                                    "night",
                                    WorkingTime.of(
                                            OFFICE.calendar().covered(),
                                            SHANGHAI,
                                            List.of(NIGHT)))));

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** The same hours where the clocks change twice a year; no day off but weekends. */
    static final ServiceHours AMERICAN = american();

    private Clocks() {}

    private static ServiceHours american() {
        WorkCalendar weekends = WorkCalendars.load().find("WEEKEND").orElseThrow();
        DateRange days = new DateRange(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1));
        WorkCalendar known = new WorkCalendar(days, weekends.holidays(), weekends.makeUpDays());
        return accepted(
                ServiceHours.of(
                        WorkingTime.of(
                                new BusinessHours(
                                        known, NEW_YORK, OFFICE.opens(), OFFICE.closes())),
                        Map.of("night", WorkingTime.of(days, NEW_YORK, List.of(NIGHT)))));
    }

    static ServiceLevel level(ServiceClock clock, String target) {
        return new ServiceLevel(
                new ServiceLevelId("sl_1"),
                Matter.of(WorkOrderKind.COMPLAINT),
                ServiceGoal.RESOLUTION,
                Duration.parse(target),
                clock,
                clock == ServiceClock.SHIFT ? "night" : null,
                LocalDate.of(2020, 1, 1));
    }

    static WorkingTime clock(Countdown countdown) {
        return HOURS.clock(countdown.level());
    }

    static Countdown started(ServiceClock clock, String target, String receivedAt) {
        return new Countdown(level(clock, target), at(receivedAt), List.of(), null);
    }

    /** Pauses as {@code 2024-03-04T10:00/2024-03-04T11:00;...}; without an end it stays open. */
    static Countdown paused(Countdown countdown, @Nullable String pauses) {
        Countdown now = countdown;
        for (String pause : pauses == null ? new String[0] : pauses.split(";")) {
            String[] ends = pause.trim().split("/");
            now = accepted(now.suspend(at(ends[0]), "waiting for parts"));
            now = ends.length > 1 ? accepted(now.resume(at(ends[1]))) : now;
        }
        return now;
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
