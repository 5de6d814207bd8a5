package dev.guanjia.asset.maintenance;

import dev.guanjia.asset.Equipment;
import dev.guanjia.asset.EquipmentId;
import dev.guanjia.asset.maintenance.TaskEvent.Action;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.DueDay;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.TransitionTable;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.staff.Qualifications;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One thing to do to one piece of equipment in one period. Its origin day never changes, its due
 * day may. Source: requirements 03 P-PM, 05 S31.
 *
 * @param standard what is done
 * @param equipment to what
 * @param period the period; no other task of the standard and equipment has it
 * @param planned the due day of the plan
 * @param events what happened, by day; every one is a move of {@link #TABLE}
 */
public record MaintenanceTask(
        MaintenanceStandard standard,
        EquipmentId equipment,
        DateRange period,
        DueDay planned,
        List<TaskEvent> events) {

    /** Every allowed move; anything else is refused with {@code maintenance-wrong-state}. */
    public static final TransitionTable<TaskState, Action> TABLE =
            TransitionTable.starting(TaskState.class, Action.class, TaskState.PLANNED)
                    .move(TaskState.PLANNED, Action.COME_UP, TaskState.DUE)
                    .move(TaskState.PLANNED, Action.RESCHEDULE, TaskState.PLANNED)
                    .move(TaskState.DUE, Action.PASS, TaskState.OVERDUE)
                    .move(TaskState.DUE, Action.RESCHEDULE, TaskState.DUE)
                    .move(TaskState.DUE, Action.PERFORM, TaskState.DONE)
                    // What is overdue is done late; a new day would hide that it was.
                    .move(TaskState.OVERDUE, Action.PERFORM, TaskState.DONE)
                    .move(TaskState.DONE, Action.VERIFY, TaskState.VERIFIED)
                    .move(TaskState.PLANNED, Action.WITHDRAW, TaskState.WITHDRAWN)
                    .move(TaskState.DUE, Action.WITHDRAW, TaskState.WITHDRAWN)
                    .move(TaskState.OVERDUE, Action.WITHDRAW, TaskState.WITHDRAWN)
                    .build();

    /** A task that could not have come to this cannot exist. */
    public MaintenanceTask {
        events = List.copyOf(events);
        for (int i = 0; i < events.size(); i++) {
            TaskEvent event = events.get(i);
            TaskState before =
                    new TaskDays(period, planned, events.subList(0, i)).state(event.on());
            if (TABLE.next(before, event.action()).isEmpty()
                    || (i > 0 && event.on().isBefore(events.get(i - 1).on()))) {
                throw new IllegalArgumentException("not possible when " + before + ": " + event);
            }
        }
    }

    /**
     * What tells it from every other task, for the order that is opened for it.
     *
     * @return e.g. {@code PM-LIFT-01/lift_1/2026-01-05}
     */
    public String key() {
        return standard.id() + "/" + equipment + "/" + period.start();
    }

    /**
     * The day that the standard names, before any move.
     *
     * @return the last day of the period
     */
    public LocalDate origin() {
        return planned.nominal();
    }

    /**
     * The last day that is in time.
     *
     * @return the day it was last moved to, else the planned one; empty while the working days
     *     around that are not announced
     */
    public Optional<LocalDate> due() {
        return days().due();
    }

    /**
     * The first day on which it may be done.
     *
     * @return the first day of its period, or its due day where the working days put that earlier
     */
    public LocalDate opens() {
        return days().opens();
    }

    /**
     * Where it stands.
     *
     * @param today the day, not before the last event
     * @return {@code PLANNED} before {@link #opens()}; {@code OVERDUE} if and only if its due day
     *     is over and it is neither done nor withdrawn
     */
    public TaskState state(LocalDate today) {
        return days().state(today);
    }

    /**
     * Gives it another due day inside its period, so that every period keeps one.
     *
     * @param to the new due day
     * @param actor who moves it
     * @param on today
     * @param reason why, not blank
     * @return the task, or refused with every reason that applies of {@code WRONG_STATE}, {@code
     *     TIME_RUNS_BACKWARDS}, {@code NOTE_MISSING}, {@code MOVED_INTO_PAST}, {@code
     *     MOVED_OUT_OF_PERIOD}
     */
    public Decision<MaintenanceTask> reschedule(
            LocalDate to, Actor actor, LocalDate on, String reason) {
        List<Refusal> reasons = faults(Action.RESCHEDULE, on, reason);
        if (to.isBefore(on)) {
            reasons.add(
                    MaintenanceRefusal.MOVED_INTO_PAST.because(
                            "task", key(), "to", to.toString(), "day", on.toString()));
        }
        LocalDate last = planned.day().filter(period.last()::isBefore).orElse(period.last());
        if (to.isBefore(period.start()) || to.isAfter(last)) {
            reasons.add(
                    MaintenanceRefusal.MOVED_OUT_OF_PERIOD.because(
                            "task", key(),
                            "to", to.toString(),
                            "first", period.start().toString(),
                            "last", last.toString()));
        }
        return decide(
                reasons,
                () -> new TaskEvent(Action.RESCHEDULE, actor, on, reason, Optional.of(to)));
    }

    /**
     * Records that it was done.
     *
     * @param actor who did it
     * @param on the day
     * @param evidence where the record is, not blank
     * @param qualifications what everybody is qualified for
     * @return the task, or refused with every reason that applies of {@code WRONG_STATE}, {@code
     *     TIME_RUNS_BACKWARDS}, {@code EVIDENCE_MISSING}, {@code NOT_QUALIFIED}
     */
    public Decision<MaintenanceTask> perform(
            Actor actor, LocalDate on, String evidence, Qualifications qualifications) {
        List<Refusal> reasons = faults(Action.PERFORM, on);
        if (evidence.isBlank()) {
            reasons.add(
                    MaintenanceRefusal.EVIDENCE_MISSING.because(
                            "task", key(), "record", standard.evidence()));
        }
        standard.qualification()
                .filter(needed -> !qualifications.valid(actor.staff(), needed, on))
                .ifPresent(
                        needed ->
                                reasons.add(
                                        MaintenanceRefusal.NOT_QUALIFIED.because(
                                                "task", key(),
                                                "staff", actor.staff().value(),
                                                "qualification", needed.value())));
        return decide(
                reasons,
                () -> new TaskEvent(Action.PERFORM, actor, on, evidence, Optional.empty()));
    }

    /**
     * Confirms that it was done.
     *
     * @param actor somebody other than who did it
     * @param on the day
     * @param finding what was found, not blank
     * @return the task, or refused with every reason that applies of {@code WRONG_STATE}, {@code
     *     TIME_RUNS_BACKWARDS}, {@code NOTE_MISSING}, {@code SELF_VERIFIED}
     */
    public Decision<MaintenanceTask> verify(Actor actor, LocalDate on, String finding) {
        List<Refusal> reasons = faults(Action.VERIFY, on, finding);
        if (performed().filter(done -> done.actor().staff().equals(actor.staff())).isPresent()) {
            reasons.add(
                    MaintenanceRefusal.SELF_VERIFIED.because(
                            "task", key(), "staff", actor.staff().value()));
        }
        return decide(
                reasons, () -> new TaskEvent(Action.VERIFY, actor, on, finding, Optional.empty()));
    }

    /**
     * How it was done.
     *
     * @return the event, or empty while it is not done
     */
    public Optional<TaskEvent> performed() {
        return days().find(Action.PERFORM);
    }

    /**
     * Says that nobody need do it any more, because its equipment is not used on its origin day.
     *
     * @param used the equipment of the task, as it is now
     * @param actor who says so
     * @param on today
     * @param reason why, not blank
     * @return the task, or refused with every reason that applies of {@code WRONG_STATE}, {@code
     *     TIME_RUNS_BACKWARDS}, {@code NOTE_MISSING}, {@code STILL_NEEDED}
     */
    public Decision<MaintenanceTask> withdraw(
            Equipment used, Actor actor, LocalDate on, String reason) {
        List<Refusal> reasons = faults(Action.WITHDRAW, on, reason);
        if (!used.id().equals(equipment) || used.isInUse(origin())) {
            reasons.add(
                    MaintenanceRefusal.STILL_NEEDED.because(
                            "task", key(), "origin", origin().toString()));
        }
        return decide(
                reasons, () -> new TaskEvent(Action.WITHDRAW, actor, on, reason, Optional.empty()));
    }

    /**
     * Whether nothing is left to do but to verify.
     *
     * @return true once it is done or withdrawn
     */
    public boolean isSettled() {
        return performed().isPresent() || days().find(Action.WITHDRAW).isPresent();
    }

    private Decision<MaintenanceTask> decide(List<Refusal> reasons, Supplier<TaskEvent> event) {
        if (!reasons.isEmpty()) {
            return Decision.refuse(reasons);
        }
        List<TaskEvent> all = new ArrayList<>(events);
        all.add(event.get());
        return Decision.accept(new MaintenanceTask(standard, equipment, period, planned, all));
    }

    private List<Refusal> faults(Action action, LocalDate on) {
        List<Refusal> faults = new ArrayList<>();
        TaskState state = state(on);
        if (TABLE.next(state, action).isEmpty()) {
            faults.add(
                    MaintenanceRefusal.WRONG_STATE.because(
                            "task", key(),
                            "state", state.name(),
                            "action", action.name(),
                            "legal", TABLE.legal(state)));
        }
        LocalDate last = days().last().map(TaskEvent::on).orElse(on);
        if (on.isBefore(last)) {
            faults.add(
                    MaintenanceRefusal.TIME_RUNS_BACKWARDS.because(
                            "task", key(), "day", on.toString(), "last", last.toString()));
        }
        return faults;
    }

    private List<Refusal> faults(Action action, LocalDate on, String note) {
        List<Refusal> faults = faults(action, on);
        if (note.isBlank()) {
            faults.add(
                    MaintenanceRefusal.NOTE_MISSING.because(
                            "task", key(), "action", action.name()));
        }
        return faults;
    }

    private TaskDays days() {
        return new TaskDays(period, planned, events);
    }
}
