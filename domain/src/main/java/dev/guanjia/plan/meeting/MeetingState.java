package dev.guanjia.plan.meeting;

/** Where a meeting stands. */
public enum MeetingState {
    /** To be held. */
    CALLED,
    /** Held; its record is being taken. */
    HELD,
    /** Its minutes are issued: what it decided is to be carried out. */
    MINUTED,
    /** Not held. */
    CANCELLED
}
