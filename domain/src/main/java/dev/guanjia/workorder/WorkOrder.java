package dev.guanjia.workorder;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.level.ServiceLevels;
import dev.guanjia.workorder.level.Timeliness;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A complaint or a repair, from reception to call-back. Source: 03 P-COMPLAINT, P-REPAIR,
 * P-CALLBACK.
 *
 * @param id which one
 * @param intake what was told to us
 * @param due when it is due, fixed at reception
 * @param state where it stands in the lifecycle of its kind
 * @param handling what has been done so far
 */
public record WorkOrder(
        WorkOrderId id, Intake intake, Due due, WorkOrderState state, Handling handling) {

    /**
     * An order stands in its own lifecycle, with the person and the outcome that the state asks.
     */
    public WorkOrder {
        if (!Lifecycle.of(intake.kind()).contains(state)) {
            throw new IllegalArgumentException("no " + intake.kind() + " is ever " + state);
        }
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
     * Receives a matter.
     *
     * @param id which order it becomes
     * @param intake what was told to us
     * @param due from {@link ServiceLevels#due}, or agreed
     * @return the new order, or refused with {@code DUE_BEFORE_RECEIVED}
     */
    public static Decision<WorkOrder> receive(WorkOrderId id, Intake intake, Due due) {
        Instant receivedAt = intake.reception().receivedAt();
        Optional<Instant> tooEarly = due.dueAt().filter(at -> at.isBefore(receivedAt));
        if (tooEarly.isPresent()) {
            return Decision.refuse(List.of(dueBeforeReceived(tooEarly.get(), receivedAt)));
        }
        WorkOrderState initial = intake.kind().initial();
        return Decision.accept(new WorkOrder(id, intake, due, initial, Handling.none(receivedAt)));
    }

    static Refusal dueBeforeReceived(Instant due, Instant receivedAt) {
        return WorkOrderRefusal.DUE_BEFORE_RECEIVED.because(
                "due", due.toString(), "received", receivedAt.toString());
    }

    /**
     * Decides on a step. Whether the action is legal, and for which posts, is a row of {@link
     * Lifecycle}; the rest holds for every kind: time does not run back, work is given to somebody,
     * and whoever did the work does not call back.
     *
     * @param command who wants to do what, and when
     * @return the event, or refused with every reason: {@code COMMAND_NOT_PERMITTED} of the
     *     organisation first, then those of {@link WorkOrderRefusal} in their order
     */
    public Decision<WorkOrderEvent> decide(WorkOrderCommand command) {
        return new Judgement(this, command).decide();
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
        return Timeliness.of(due.dueAt().orElse(null), handling.endedAt(), asOf);
    }

    /**
     * Whether it is left out of rates: it was no valid complaint, or was given up. A complaint that
     * still awaits the verdict counts, lest a late verdict improve the rate.
     *
     * @return true for the outcomes {@code INVALID} and {@code ADMINISTRATIVE}
     */
    public boolean isExcludedFromRates() {
        return !handling.outcome().isRated();
    }

    WorkOrder with(WorkOrderState next, Handling then) {
        return new WorkOrder(id, intake, due, next, then);
    }
}
