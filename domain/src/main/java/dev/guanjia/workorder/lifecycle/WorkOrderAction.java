package dev.guanjia.workorder.lifecycle;

/** What can be attempted on a work order. Which posts may is a row of {@link Lifecycle}. */
public enum WorkOrderAction {
    /** Rule that a complaint is valid. */
    VALIDATE,
    /** Rule that a complaint is not valid, saying why. */
    REJECT,
    /** Give a complaint to somebody. */
    ASSIGN,
    /** Begin to handle a complaint, or begin again. */
    START,
    /** Report a complaint solved. */
    RESOLVE,
    /** Send somebody to a repair. */
    DISPATCH,
    /** Take a repair on. */
    ACCEPT,
    /** Be at the place of a repair, or be there again. */
    ARRIVE,
    /** Report a repair done. */
    FINISH,
    /** The customer says that it is done. */
    CALL_BACK_SATISFIED,
    /** The customer says that it is not done. */
    CALL_BACK_UNSATISFIED,
    /** File it. */
    CLOSE,
    /** Give it up, saying why. */
    CLOSE_ADMINISTRATIVELY;

    /**
     * Whether it says who is to do the work.
     *
     * @return true for those that name an assignee
     */
    public boolean assigns() {
        return this == ASSIGN || this == DISPATCH;
    }

    /**
     * Whether it asks the customer, which whoever did the work may not.
     *
     * @return true for call-backs
     */
    public boolean callsBack() {
        return this == CALL_BACK_SATISFIED || this == CALL_BACK_UNSATISFIED;
    }

    /**
     * Whether it ends the matter undone, which needs a reason.
     *
     * @return true for those that need a note
     */
    public boolean needsReason() {
        return this == REJECT || this == CLOSE_ADMINISTRATIVELY;
    }
}
