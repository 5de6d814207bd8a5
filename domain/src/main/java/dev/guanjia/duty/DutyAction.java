package dev.guanjia.duty;

/** What can be attempted on an occurrence of a duty. */
public enum DutyAction {
    /** Do it. */
    PERFORM,
    /** Say that it is well done. */
    CONFIRM,
    /** Send it back to be done again. */
    RETURN,
    /** Bring it before the next superior, because it is overdue. */
    ESCALATE,
    /** Say that it need not be done. */
    WAIVE
}
