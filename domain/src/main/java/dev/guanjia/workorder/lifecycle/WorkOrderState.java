package dev.guanjia.workorder.lifecycle;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Where a work order of either kind stands. Source: 03 P-COMPLAINT, P-REPAIR, P-CALLBACK. */
public enum WorkOrderState {
    /** A complaint was told to us. */
    RECEIVED,
    /** The complaint is valid (有效). */
    VALIDATED,
    /** The complaint is not valid. */
    INVALID,
    /** Somebody is to handle the complaint. */
    ASSIGNED,
    /** The complaint is being handled, for the first time or again. */
    IN_HANDLING,
    /** Whoever handles the complaint says that it is solved. */
    RESOLVED,
    /** A fault was told to us. */
    REPORTED,
    /** Somebody is sent to repair it. */
    DISPATCHED,
    /** The worker took the repair on. */
    ACCEPTED,
    /** The worker is there, for the first time or again. */
    ON_SITE,
    /** The worker says that it is repaired. */
    FINISHED,
    /** The customer says that it is done. */
    CALLED_BACK_SATISFIED,
    /** The customer says that it is not done. */
    CALLED_BACK_UNSATISFIED,
    /** Filed, handled or invalid. */
    CLOSED,
    /** Given up by the management, with a reason. */
    CLOSED_ADMINISTRATIVELY;

    /**
     * Whether somebody must own the work here.
     *
     * @return false before it is given out, and where it ended, possibly in another system
     */
    public boolean needsAssignee() {
        return switch (this) {
            case RECEIVED, VALIDATED, INVALID, REPORTED, CLOSED, CLOSED_ADMINISTRATIVELY -> false;
            case ASSIGNED,
                    IN_HANDLING,
                    RESOLVED,
                    DISPATCHED,
                    ACCEPTED,
                    ON_SITE,
                    FINISHED,
                    CALLED_BACK_SATISFIED,
                    CALLED_BACK_UNSATISFIED ->
                    true;
        };
    }

    /**
     * What can have come of an order that stands here.
     *
     * @return at least one outcome
     */
    public Set<WorkOrderOutcome> outcomes() {
        EnumSet<WorkOrderOutcome> outcomes =
                switch (this) {
                    case RECEIVED,
                            VALIDATED,
                            ASSIGNED,
                            IN_HANDLING,
                            REPORTED,
                            DISPATCHED,
                            ACCEPTED,
                            ON_SITE,
                            CALLED_BACK_UNSATISFIED ->
                            EnumSet.of(WorkOrderOutcome.OPEN);
                    case RESOLVED, FINISHED, CALLED_BACK_SATISFIED ->
                            EnumSet.of(WorkOrderOutcome.HANDLED);
                    case INVALID -> EnumSet.of(WorkOrderOutcome.INVALID);
                    case CLOSED -> EnumSet.of(WorkOrderOutcome.HANDLED, WorkOrderOutcome.INVALID);
                    case CLOSED_ADMINISTRATIVELY -> EnumSet.of(WorkOrderOutcome.ADMINISTRATIVE);
                };
        return Collections.unmodifiableSet(outcomes);
    }
}
