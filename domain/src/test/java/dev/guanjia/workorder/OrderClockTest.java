package dev.guanjia.workorder;

import static dev.guanjia.workorder.WorkOrders.RECEIVED;
import static dev.guanjia.workorder.WorkOrders.accepted;
import static dev.guanjia.workorder.WorkOrders.act;
import static dev.guanjia.workorder.WorkOrders.received;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.calendar.BusinessHours;
import dev.guanjia.calendar.ChinaCalendar;
import dev.guanjia.calendar.WorkingTime;
import dev.guanjia.decision.Language;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.level.DueOrigin;
import dev.guanjia.workorder.level.Explanation;
import dev.guanjia.workorder.level.LevelState;
import dev.guanjia.workorder.level.LimitJudge;
import dev.guanjia.workorder.level.Matter;
import dev.guanjia.workorder.level.Pause;
import dev.guanjia.workorder.level.ServiceClock;
import dev.guanjia.workorder.level.ServiceGoal;
import dev.guanjia.workorder.level.ServiceHours;
import dev.guanjia.workorder.level.ServiceLevel;
import dev.guanjia.workorder.level.ServiceLevelId;
import dev.guanjia.workorder.level.ServiceLevels;
import dev.guanjia.workorder.level.Standing;
import dev.guanjia.workorder.level.Timeliness;
import dev.guanjia.workorder.lifecycle.ActionEffect;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.Transition;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The history of an order as its clock sees it; received on Friday, 2026-03-13 at 17:40. */
class OrderClockTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final WorkingTime OFFICE =
            WorkingTime.of(
                    new BusinessHours(
                            ChinaCalendar.load(),
                            SHANGHAI,
                            LocalTime.of(9, 0),
                            LocalTime.of(18, 0)));

    @ParameterizedTest(name = "{4}")
    @CsvSource(
            textBlock =
                    """
                    DISPATCH 13T17:45; ACCEPT 13T17:50,                                           RESPONSE,   MET,      13T17:50, taken on
                    DISPATCH 13T17:45,                                                            RESPONSE,   IN_TIME,  13T17:40, named is not taken on
                    POOL 13T17:45; TAKE 16T09:05,                                                 RESPONSE,   MET,      16T09:05, out of the pool
                    CANCEL 13T17:45,                                                              RESPONSE,   MET,      13T17:45, nothing left to take on
                    DISPATCH 13T17:45; ACCEPT 13T17:50; SUSPEND 16T09:10; RESUME 16T10:10,        RESPONSE,   MET,      13T17:50, later pauses do not matter
                    DISPATCH 13T17:45; ACCEPT 13T17:50; SUSPEND 16T09:10,                         RESOLUTION, PAUSED,   16T09:10, put off
                    DISPATCH 13T17:45; ACCEPT 13T17:50; SUSPEND 16T09:10; RESUME 16T10:10,        RESOLUTION, IN_TIME,  16T10:10, on again
                    DISPATCH 13T17:45; ACCEPT 13T17:50; ARRIVE 16T09:00; FINISH 16T12:40,         RESOLUTION, MET,      16T12:40, at the due time
                    DISPATCH 13T17:45; ACCEPT 13T17:50; ARRIVE 16T09:00; FINISH 16T12:41,         RESOLUTION, BREACHED, 16T12:40, a minute later
                    DISPATCH 13T17:45; ACCEPT 13T17:50; ARRIVE 16T09:00; FINISH 16T10:00; CALL_BACK_UNSATISFIED 16T14:00, RESOLUTION, BREACHED, 16T12:40, what was not done ran on
                    """)
    void theStepsOfAnOrderMoveItsClock(
            String steps, ServiceGoal goal, LevelState state, String since, String why) {
        OrderClock clock = clock(walk(new Due.Unlimited(), steps), goal);
        Instant asOf = at(state == LevelState.IN_TIME ? "16T10:15" : "16T15:00");
        assertThat(accepted(clock.standing(asOf)))
                .as(why)
                .isEqualTo(new Standing(state, at(since)));
    }

    @Test
    void anHourPutOffIsAnHourMoreAndTheLineSaysSo() {
        String put = "DISPATCH 13T17:45; ACCEPT 13T17:50; SUSPEND 16T09:10; RESUME 16T10:10";
        OrderClock clock = clock(walk(new Due.Unlimited(), put), ServiceGoal.RESOLUTION);
        assertThat(clock.origin()).isEqualTo(DueOrigin.SERVICE_LEVEL);
        assertThat(clock.dueAt()).contains(at("16T13:40"));
        assertThat(Explanation.of(clock.judge().countdown(), OFFICE, Language.EN))
                .isEqualTo(
                        "received Friday 17:40, office hours end 18:00,"
                                + " paused Monday 09:10 to Monday 10:10 (why),"
                                + " 4 h target → Monday 13:40");
    }

    @Test
    void whatHappensLaterDoesNotChangeAJudgement() {
        String done = "DISPATCH 13T17:45; ACCEPT 13T17:50; ARRIVE 16T09:00; FINISH 16T10:00";
        History then = walk(new Due.Unlimited(), done);
        History later = walk(new Due.Unlimited(), done + "; CALL_BACK_UNSATISFIED 16T14:00");
        assertThat(later.until(at("16T13:00"))).isEqualTo(then);
        assertThat(later.until(RECEIVED).events()).isEmpty();
    }

    @Test
    void anAgreedTimeIsNotMovedAndWithoutALimitNothingIsMissed() {
        String put = "DISPATCH 13T17:45; ACCEPT 13T17:50; SUSPEND 16T09:10; RESUME 16T10:10";
        Instant agreed = at("16T12:00");
        History history = walk(new Due.Given(agreed), put);
        OrderClock given = new OrderClock(history, ServiceGoal.RESOLUTION, null);
        assertThat(given.origin()).isEqualTo(DueOrigin.GIVEN);
        assertThat(given.dueAt()).contains(agreed);
        assertThat(given.due()).isEqualTo(new Due.Given(agreed));
        assertThat(accepted(given.standing(agreed)).state()).isEqualTo(LevelState.IN_TIME);
        assertThat(accepted(given.standing(agreed.plusSeconds(1))))
                .isEqualTo(new Standing(LevelState.BREACHED, agreed));
        assertThat(accepted(given.events(agreed))).isEmpty();
        assertThat(accepted(given.events(agreed.plusSeconds(1)))).hasSize(1);
        OrderClock none = new OrderClock(history, ServiceGoal.RESPONSE, null);
        assertThat(none.origin()).isEqualTo(DueOrigin.NONE);
        assertThat(accepted(none.standing(at("20T12:00"))).timeliness())
                .isEqualTo(Timeliness.NO_LIMIT);
        assertThat(Explanation.of(agreed, SHANGHAI, Language.EN))
                .isEqualTo("agreed for Monday 2026-03-16 12:00, whatever the pauses");
        assertThat(Explanation.of(null, SHANGHAI, Language.ZH_CN)).isEqualTo("未设定时限");
    }

    @Test
    void theDueTimeFixedAtReceptionIsThatOfTheClock() {
        ServiceLevels levels = new ServiceLevels(List.of(level(ServiceGoal.RESOLUTION)));
        ServiceHours hours = accepted(ServiceHours.of(OFFICE, Map.of()));
        Matter matter = WorkOrders.intake(WorkOrderKind.REPAIR).matter();
        Due due = levels.due(matter, RECEIVED, hours);
        assertThat(due.dueAt()).contains(at("16T12:40"));
        assertThat(due.serviceLevel()).contains(new ServiceLevelId("sl_1"));
    }

    /** The join of the two: what the history calls a pause is what moves the due time. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theDueTimeMovesByTheWorkingTimeOfThePauses(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 9999) Integer> picks) {
        History history = life(picks);
        ServiceLevel level = level(ServiceGoal.RESOLUTION);
        Instant plain = OFFICE.find(RECEIVED, level.target()).orElseThrow();
        OrderClock clock = clock(history, ServiceGoal.RESOLUTION);
        Instant due = clock.dueAt().orElse(null);
        if (due == null) {
            assertThat(history.pauses()).last().extracting(Pause::to).isNull();
            return;
        }
        Duration paused = Duration.ZERO;
        for (Pause pause : history.pauses()) {
            if (pause.from().isBefore(due)) {
                Instant to = pause.to() == null || pause.to().isAfter(due) ? due : pause.to();
                paused = paused.plus(OFFICE.between(pause.from(), to).orElseThrow());
            }
        }
        assertThat(OFFICE.between(plain, due)).contains(paused);
        assertThat(OFFICE.between(RECEIVED, due)).contains(level.target().plus(paused));
    }

    private static History life(List<Integer> picks) {
        History history =
                new History(received(WorkOrderKind.REPAIR, new Due.Unlimited()), List.of());
        for (int pick : picks) {
            WorkOrder order = history.order();
            Lifecycle life = Lifecycle.of(WorkOrderKind.REPAIR);
            List<WorkOrderAction> legal = life.actions(order.state()).stream().toList();
            if (legal.isEmpty()) {
                return history;
            }
            WorkOrderAction wanted =
                    legal.contains(WorkOrderAction.SUSPEND) && pick % 3 == 0
                            ? WorkOrderAction.SUSPEND
                            : legal.get(pick % legal.size());
            history = step(history, wanted, order.handling().lastEventAt().plusSeconds(pick));
        }
        return history;
    }

    private static OrderClock clock(History history, ServiceGoal goal) {
        return new OrderClock(
                history, goal, new LimitJudge(history.countdown(level(goal)), OFFICE, null));
    }

    private static ServiceLevel level(ServiceGoal goal) {
        return new ServiceLevel(
                new ServiceLevelId("sl_1"),
                Matter.of(WorkOrderKind.REPAIR),
                goal,
                Duration.ofHours(4),
                ServiceClock.WORKING,
                null,
                LocalDate.of(2020, 1, 1));
    }

    /** Steps as {@code DISPATCH 13T17:45; ...}. */
    private static History walk(Due due, String steps) {
        History history = new History(received(WorkOrderKind.REPAIR, due), List.of());
        for (String step : steps.split("; ", -1)) {
            String[] parts = step.split(" ", -1);
            history = step(history, WorkOrderAction.valueOf(parts[0]), at(parts[1]));
        }
        return history;
    }

    private static History step(History history, WorkOrderAction action, Instant at) {
        WorkOrder order = history.order();
        Transition row = Lifecycle.of(order.intake().kind()).find(order.state(), action).get();
        boolean works = action.has(ActionEffect.WORKS) || WorkOrders.isBound(row);
        Act act =
                act(
                        works ? WorkOrders.STEWARD : WorkOrders.ASSISTANT,
                        row.posts().get(0).value(),
                        at,
                        "why");
        WorkOrderCommand command =
                new WorkOrderCommand(
                        action, act, action.has(ActionEffect.ASSIGNS) ? WorkOrders.STEWARD : null);
        return history.with(accepted(order.decide(command)));
    }

    private static Instant at(String dayAndTime) {
        return LocalDateTime.parse("2026-03-" + dayAndTime).atZone(SHANGHAI).toInstant();
    }
}
