package dev.guanjia.workorder;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.level.ServiceLevels;
import dev.guanjia.workorder.level.Timeliness;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.Severity;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A matter of any kind, from reception to its end. Source: 03 Part 1, P-SAFETY-CHECK, P-INCIDENT,
 * P-PM, P-CLEAN.
 *
 * @param id which one
 * @param intake what was told to us
 * @param due when it is due, as found at reception, or again since: {@link #dueAgain}
 * @param state where it stands in the lifecycle of its kind
 * @param handling what has been done so far
 */
public record WorkOrder(
        WorkOrderId id, Intake intake, Due due, WorkOrderState state, Handling handling) {

    /**
     * An order has the person and the outcome that its state asks. Whether its kind knows the state
     * is the lifecycle's to say, which may be a company's own.
     */
    public WorkOrder {
        if (state.needsAssignee() && handling.assignee() == null) {
            throw new IllegalArgumentException(state + " order has no assignee");
        }
        if (!state.outcomes().contains(handling.outcome())) {
            throw new IllegalArgumentException(
                    state + " order cannot have the outcome " + handling.outcome());
        }
        if (handling.lastEventAt().isBefore(intake.reception().receivedAt())) {
            throw new IllegalArgumentException(
                    "order changed at " + handling.lastEventAt() + ", before it was received");
        }
    }

    /**
     * Receives a matter by the lifecycle that ships with the library.
     *
     * @param id which order it becomes
     * @param intake what was told to us
     * @param due from {@link ServiceLevels#due}, or agreed
     * @return the new order, or refused with {@code DUE_BEFORE_RECEIVED}
     */
    public static Decision<WorkOrder> receive(WorkOrderId id, Intake intake, Due due) {
        return receive(id, intake, due, Lifecycle.of(intake.kind()));
    }

    /**
     * Receives a matter.
     *
     * @param id which order it becomes
     * @param intake what was told to us
     * @param due from {@link ServiceLevels#due}, or agreed
     * @param lifecycle of the kind, where it begins
     * @return the new order, or refused with {@code DUE_BEFORE_RECEIVED}
     */
    public static Decision<WorkOrder> receive(
            WorkOrderId id, Intake intake, Due due, Lifecycle lifecycle) {
        Instant receivedAt = intake.reception().receivedAt();
        Optional<Instant> tooEarly = due.dueAt().filter(at -> at.isBefore(receivedAt));
        if (tooEarly.isPresent()) {
            return Decision.refuse(List.of(dueBeforeReceived(tooEarly.get(), receivedAt)));
        }
        return Decision.accept(
                new WorkOrder(id, intake, due, lifecycle.initial(), Handling.none(receivedAt)));
    }

    private static Refusal dueBeforeReceived(Instant due, Instant receivedAt) {
        return WorkOrderRefusal.DUE_BEFORE_RECEIVED.because(
                "due", due.toString(), "received", receivedAt.toString());
    }

    /**
     * Decides on a step by the lifecycle that ships with the library, of an order without children
     * of which only the present assignee did the work.
     *
     * @param command who wants to do what, and when
     * @return as {@link #decide(WorkOrderCommand, Lifecycle, Circumstances)}
     */
    public Decision<WorkOrderEvent> decide(WorkOrderCommand command) {
        return decide(command, Lifecycle.of(intake.kind()), Circumstances.none());
    }

    /**
     * Decides on a step. Whether the action is legal, and for which posts, is a row of the
     * lifecycle; the rest holds for every kind: time does not run back, work is given to somebody
     * and done by them, whoever had a hand in it neither calls back nor checks it, nothing handled
     * is closed while the policy waits for the customer, and nothing ends before what was split off
     * it.
     *
     * @param command who wants to do what, and when
     * @param lifecycle of the kind
     * @param known what else bears on the step
     * @return the event, or refused with every reason: {@code COMMAND_NOT_PERMITTED} of the
     *     organisation first, then those of {@link WorkOrderRefusal} in their order
     */
    public Decision<WorkOrderEvent> decide(
            WorkOrderCommand command, Lifecycle lifecycle, Circumstances known) {
        return new Judgement(this, command, lifecycle, known).decide();
    }

    /**
     * Decides that the order harms more, or less, than it was held for.
     *
     * @param severity what it is held for from now on
     * @param act who judged so, when and why
     * @return the event, or refused with every reason of {@code SEVERITY_FIXED} once it is no
     *     longer open, {@code SEVERITY_SAME}, {@code BEFORE_PREVIOUS_EVENT} and {@code
     *     REASON_MISSING}
     */
    public Decision<WorkOrderEvent.Reclassed> reclass(Severity severity, Act act) {
        Severity before = intake.triage().severity();
        List<Refusal> reasons = new ArrayList<>();
        if (handling.outcome() != WorkOrderOutcome.OPEN) {
            reasons.add(
                    WorkOrderRefusal.SEVERITY_FIXED.because(
                            "order", id.value(), "state", state.name()));
        }
        if (before == severity) {
            reasons.add(
                    WorkOrderRefusal.SEVERITY_SAME.because(
                            "order", id.value(), "severity", severity.name()));
        }
        if (act.occurredAt().isBefore(handling.lastEventAt())) {
            reasons.add(
                    WorkOrderRefusal.BEFORE_PREVIOUS_EVENT.because(
                            "occurred", act.occurredAt().toString(),
                            "previous", handling.lastEventAt().toString()));
        }
        if (act.note() == null) {
            reasons.add(WorkOrderRefusal.REASON_MISSING.because("action", "RECLASS"));
        }
        return reasons.isEmpty()
                ? Decision.accept(new WorkOrderEvent.Reclassed(before, severity, state, act))
                : Decision.refuse(reasons);
    }

    /**
     * Whether the order keeps its time. What counts is when it ended, and of several resolutions
     * the last: a matter whose customer was not satisfied had not been handled. An open order is
     * judged as of the given instant; one that ended later is judged as it was then.
     *
     * @param asOf the instant of judgement
     * @return overdue strictly after the due time (04 section 7 note 9)
     */
    public Timeliness timeliness(Instant asOf) {
        return due.timeliness(handling.endedAt(), asOf);
    }

    /**
     * Where it stood at an instant, as far as the order itself can tell.
     *
     * @param asOf the instant
     * @return its state, if nothing was done since; empty otherwise, when only its history knows
     */
    public Optional<WorkOrderState> stateAt(Instant asOf) {
        return handling.lastEventAt().isAfter(asOf) ? Optional.empty() : Optional.of(state);
    }

    /**
     * Whether it is left out of rates for good: it was not valid, was taken back or given up. A
     * complaint that still awaits the verdict is not left out, but counts only once it is ruled
     * valid (06 A-61), and then counts among complaints even if it is given up, see {@link
     * ComplaintRow}.
     *
     * @return true for the outcomes {@code INVALID}, {@code CANCELLED} and {@code ADMINISTRATIVE}
     */
    public boolean isExcludedFromRates() {
        return !handling.outcome().isRated();
    }

    /**
     * The same order, due when its pauses let it be. Its history does not tell that time, for it
     * knows no hours: {@link dev.guanjia.workorder.level.Countdown} does.
     *
     * @param moved the new due time
     * @return the order as it stands
     */
    public WorkOrder dueAgain(Due moved) {
        return new WorkOrder(id, intake, moved, state, handling);
    }

    /**
     * The same order, held for a severity: the one it has now, or the one it was received with.
     *
     * @param severity how much it harms
     * @return the order as it stands
     */
    public WorkOrder heldFor(Severity severity) {
        Intake classed =
                new Intake(
                        intake.kind(),
                        intake.site(),
                        intake.title(),
                        intake.description(),
                        intake.needs(),
                        new Triage(severity, intake.triage().place()),
                        intake.reception());
        return new WorkOrder(id, classed, due, state, handling);
    }

    WorkOrder with(WorkOrderState next, Handling then) {
        return new WorkOrder(id, intake, due, next, then);
    }
}
