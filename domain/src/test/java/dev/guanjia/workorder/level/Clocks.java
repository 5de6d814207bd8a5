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
import dev.guanjia.organisation.StaffId;
import dev.guanjia.workorder.Circumstances;
import dev.guanjia.workorder.History;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.Reception;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.WorkOrderCommand;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.WorkOrders;
import dev.guanjia.workorder.lifecycle.ActionEffect;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.Transition;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
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
    private static final String WAITING = "waiting for parts";
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
            now = paused(now, at(ends[0]), ends.length > 1 ? at(ends[1]) : null);
        }
        return now;
    }

    /** With one pause more, the last. */
    static Countdown paused(Countdown countdown, Instant from, @Nullable Instant to) {
        List<Pause> more = new ArrayList<>(countdown.pauses());
        more.add(new Pause(from, to, WAITING));
        return lived(countdown, more, null);
    }

    /** Whatever still pauses goes on at the end. */
    static Countdown ended(Countdown countdown, Instant at) {
        return lived(countdown, countdown.pauses(), at);
    }

    /** The clock of a complaint that was put off and resolved so: the path that orders take. */
    private static Countdown lived(
            Countdown clock, List<Pause> pauses, @Nullable Instant resolvedAt) {
        History life = new History(told(clock.receivedAt()), List.of());
        for (String action : List.of("VALIDATE", "ASSIGN", "START")) {
            life = step(life, WorkOrderAction.valueOf(action), clock.receivedAt());
        }
        for (Pause pause : pauses) {
            life = step(life, WorkOrderAction.SUSPEND, pause.from());
            Instant to = pause.to() == null ? resolvedAt : pause.to();
            life = to == null ? life : step(life, WorkOrderAction.RESUME, to);
        }
        life = resolvedAt == null ? life : step(life, WorkOrderAction.RESOLVE, resolvedAt);
        return life.countdown(clock.level());
    }

    private static WorkOrder told(Instant receivedAt) {
        Intake usual = WorkOrders.intake(WorkOrderKind.COMPLAINT);
        Intake intake =
                new Intake(
                        usual.kind(),
                        usual.site(),
                        usual.title(),
                        usual.description(),
                        usual.needs(),
                        usual.triage(),
                        new Reception("PHONE", receivedAt, null));
        return accepted(WorkOrder.receive(new WorkOrderId("wo_1"), intake, new Due.Unlimited()));
    }

    private static History step(History life, WorkOrderAction action, Instant at) {
        Lifecycle rows = Lifecycle.of(WorkOrderKind.COMPLAINT);
        Transition row = rows.find(life.order().state(), action).orElseThrow();
        StaffId by = WorkOrders.isBound(row) ? WorkOrders.STEWARD : WorkOrders.ASSISTANT;
        WorkOrderCommand command =
                new WorkOrderCommand(
                        action,
                        WorkOrders.act(by, row.posts().get(0).value(), at, WAITING),
                        action.has(ActionEffect.ASSIGNS) ? WorkOrders.STEWARD : null);
        return accepted(life.decide(life.version(), command, rows, Circumstances.none()));
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
