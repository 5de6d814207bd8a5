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
    EVALUATED
}
