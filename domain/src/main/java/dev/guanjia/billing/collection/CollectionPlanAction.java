package dev.guanjia.billing.collection;

/** What can be done to a collection plan. */
public enum CollectionPlanAction {
    /** Approves it. */
    APPROVE,
    /** Begins to collect. */
    START,
    /** Looks back on it. */
    EVALUATE
}
