package dev.guanjia.asset.maintenance;

/** Where a maintenance task stands. Source: requirements 03 P-PM. */
public enum TaskState {
    /** To come. */
    PLANNED,
    /** To be done by its due day. */
    DUE,
    /** Its due day is over and it is not done. */
    OVERDUE,
    /** Done, in time or not. */
    DONE,
    /** Found done by somebody else. */
    VERIFIED,
    /** Needed no more: its equipment was taken out of use before its origin day. */
    WITHDRAWN
}
