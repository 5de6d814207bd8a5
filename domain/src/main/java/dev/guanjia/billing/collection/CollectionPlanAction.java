package dev.guanjia.billing.collection;

/** What can be done to a collection plan. */
public enum CollectionPlanAction {
    /** Approves it. */
    APPROVE,
    /** Begins to collect. */
    START,
    /** Looks back on it. */
    EVALUATE,
    /** Says no to a draft; of its author, it is taken back with that. */
    REJECT,
    /** Takes one's own draft back. */
    WITHDRAW,
    /** Gives up what was approved, or is under way. */
    CANCEL;

    /**
     * Whether the plan is not carried through after it.
     *
     * @return true where a reason must be given
     */
    public boolean isGivingUp() {
        return this == REJECT || this == WITHDRAW || this == CANCEL;
    }

    /** What it is, done by the author or by another: nobody says no to their own. */
    CollectionPlanAction by(boolean author) {
        if (this != REJECT && this != WITHDRAW) {
            return this;
        }
        return author ? WITHDRAW : REJECT;
    }
}
