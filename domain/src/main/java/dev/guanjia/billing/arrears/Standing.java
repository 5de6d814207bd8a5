package dev.guanjia.billing.arrears;

/** How what is owed stands on a day. */
public enum Standing {
    /** Its due day is not over. */
    NOT_DUE,
    /** Its due day is over, and it may be paid later as promised. */
    DEFERRED,
    /** It is late. */
    OVERDUE
}
