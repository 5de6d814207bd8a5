package dev.guanjia.plan.meeting;

/** What can be attempted on a meeting. */
public enum MeetingAction {
    /** Hold it. */
    HOLD,
    /** Call it off. */
    CANCEL,
    /** Decide a matter. */
    DECIDE,
    /** Issue the minutes. */
    ISSUE
}
