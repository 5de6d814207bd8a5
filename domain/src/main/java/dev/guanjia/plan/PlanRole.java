package dev.guanjia.plan;

/** The part that a post plays in a plan. */
public enum PlanRole {
    /** Draws it up, hands it in and sums it up. */
    PREPARER,
    /** Reviews it. */
    REVIEWER,
    /** Approves what was reviewed. */
    APPROVER
}
