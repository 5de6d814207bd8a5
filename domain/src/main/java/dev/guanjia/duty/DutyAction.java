package dev.guanjia.duty;

/** What can be attempted on an occurrence of a duty. */
public enum DutyAction {
    /** Do it. */
    PERFORM,
    /** Say that it is well done. */
    CONFIRM,
    /** Send it back to be done again. */
    RETURN
}
