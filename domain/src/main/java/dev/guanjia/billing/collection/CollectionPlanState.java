package dev.guanjia.billing.collection;

/** Where a collection plan stands. */
public enum CollectionPlanState {
    /** Drawn up. */
    DRAFT,
    /** Approved by somebody else. */
    APPROVED,
    /** Under way. */
    RUNNING,
    /** Over, and looked back on. */
    EVALUATED,
    /** Somebody else said no to it. */
    REJECTED,
    /** Who drew it up took it back. */
    WITHDRAWN,
    /** Given up after it was approved. */
    CANCELLED;

    /**
     * Whether the plan was not carried through.
     *
     * @return false while it still may be, and once it was evaluated
     */
    public boolean isGivenUp() {
        return this == REJECTED || this == WITHDRAWN || this == CANCELLED;
    }
}
