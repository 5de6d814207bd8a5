package dev.guanjia.workorder.lifecycle;

import static dev.guanjia.workorder.lifecycle.WorkOrderOutcome.HANDLED;
import static dev.guanjia.workorder.lifecycle.WorkOrderOutcome.OPEN;

import java.util.List;

/**
 * Where a work order stands; the kinds share states. Names as in 03 Part 1 and Part 2, where they
 * have one.
 */
public enum WorkOrderState {
    /** A complaint was told to us. */
    RECEIVED(false, OPEN),
    /** The complaint is valid (有效). */
    VALIDATED(false, OPEN),
    /** The complaint is not valid, the alarm false or the matter not ours. */
    INVALID(false, WorkOrderOutcome.INVALID),
    /** Somebody is to handle the matter. */
    ASSIGNED(true, OPEN),
    /** The matter is being handled, for the first time or again. */
    IN_HANDLING(true, OPEN),
    /** Whoever handles the complaint says that it is solved. */
    RESOLVED(true, HANDLED),
    /** A fault or an incident was told to us. */
    REPORTED(false, OPEN),
    /** Somebody is sent. */
    DISPATCHED(true, OPEN),
    /** The worker took the work on. */
    ACCEPTED(true, OPEN),
    /** The worker is there, for the first time or again. */
    ON_SITE(true, OPEN),
    /** The worker says that it is done. */
    FINISHED(true, HANDLED),
    /** The customer says that it is done. */
    CALLED_BACK_SATISFIED(true, HANDLED),
    /** The customer says that it is not done. */
    CALLED_BACK_UNSATISFIED(true, OPEN),
    /** Filed, handled or invalid. */
    CLOSED(false, HANDLED, WorkOrderOutcome.INVALID),
    /** Given up by the management, with a reason. */
    CLOSED_ADMINISTRATIVELY(false, WorkOrderOutcome.ADMINISTRATIVE),
    /** Taken back by the requester, or the price was declined. */
    CANCELLED(false, WorkOrderOutcome.CANCELLED),
    /** A question, a proposal, a call for help or a finding was told to us. */
    RECORDED(false, OPEN),
    /** It is known what it is and whose it is. */
    ROUTED(false, OPEN),
    /** Whoever wants to may take it (抢单). */
    POOLED(false, OPEN),
    /** Put off, with a reason; the clock stands still. */
    SUSPENDED(true, OPEN),
    /** Put off before the customer knows the price. */
    SUSPENDED_UNQUOTED(true, OPEN),
    /** Put off while what the customer was not satisfied with is redone. */
    SUSPENDED_REDOING(true, OPEN),
    /** Work for a price was asked for. */
    REQUESTED(false, OPEN),
    /** The customer knows the price. */
    QUOTED(true, OPEN),
    /** The customer agrees to the price. */
    AGREED(true, OPEN),
    /** The customer accepted the work. */
    CUSTOMER_ACCEPTED(true, HANDLED),
    /** The price is entered. */
    CHARGED(true, HANDLED),
    /** The answer or the result is recorded. */
    RESULT_RECORDED(true, HANDLED),
    /** It stands in a plan. */
    PLANNED(false, OPEN),
    /** It is to be done now, by somebody. */
    DUE(true, OPEN),
    /** Whoever did it says that it is done. */
    DONE(true, HANDLED),
    /** Somebody else looked at it and it is good. */
    CHECKED(true, HANDLED),
    /** The incident is real. */
    VERIFIED(false, OPEN),
    /** Somebody commands and people act. */
    IN_RESPONSE(true, OPEN),
    /** The incident spreads no further. */
    CONTAINED(true, OPEN),
    /** The superiors know of it. */
    REPORTED_UP(true, OPEN),
    /** What it left behind is dealt with; the review is due. */
    AFTERMATH(true, HANDLED);

    private final boolean needsAssignee;

    @SuppressWarnings("ImmutableEnumChecker") // the list cannot change
    private final List<WorkOrderOutcome> outcomes;

    WorkOrderState(boolean needsAssignee, WorkOrderOutcome... outcomes) {
        this.needsAssignee = needsAssignee;
        this.outcomes = List.of(outcomes);
    }

    /**
     * Whether somebody must own the work here.
     *
     * @return false before it is given out, and where it ended, possibly in another system
     */
    public boolean needsAssignee() {
        return needsAssignee;
    }

    /**
     * What can have come of an order that stands here.
     *
     * @return at least one outcome
     */
    public List<WorkOrderOutcome> outcomes() {
        return outcomes;
    }

    /**
     * Whether a life may end here; nothing leads out of an end.
     *
     * @return true for what is closed or taken back
     */
    public boolean isEnd() {
        return this == CLOSED || this == CLOSED_ADMINISTRATIVELY || this == CANCELLED;
    }
}
