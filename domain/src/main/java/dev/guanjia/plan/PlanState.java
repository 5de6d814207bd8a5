package dev.guanjia.plan;

/** Where a plan stands. */
public enum PlanState {
    /** Being drawn up. */
    DRAFT,
    /** Handed in for review. */
    SUBMITTED,
    /** Sent back to be changed. */
    RETURNED,
    /** Reviewed, awaiting approval. */
    REVIEWED,
    /** To be carried out. */
    IN_FORCE,
    /** Summed up; ended. */
    SUMMED_UP
}
