package dev.guanjia.workorder.paid;

/** What can be attempted on paid work. */
public enum PaidAction {
    /** Make a quote, the first or another. */
    QUOTE,
    /** The owner agrees. */
    CONSENT,
    /** The owner refuses. */
    DECLINE,
    /** The quote ends unanswered. */
    EXPIRE,
    /** Say that it is done. */
    FINISH,
    /** The owner takes the work. */
    ACCEPT,
    /** The owner does not take the work. */
    REJECT
}
