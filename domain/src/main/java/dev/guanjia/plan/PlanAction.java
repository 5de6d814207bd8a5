package dev.guanjia.plan;

/** What can be attempted on a plan. */
public enum PlanAction {
    /** Change its items. */
    REVISE,
    /** Hand it in. */
    SUBMIT,
    /** Find it good. */
    REVIEW,
    /** Send it back, saying why. */
    RETURN,
    /** Approve what was reviewed. */
    APPROVE,
    /** Say what became of every item. */
    SUM_UP
}
