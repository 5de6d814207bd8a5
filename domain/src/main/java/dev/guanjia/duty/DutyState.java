package dev.guanjia.duty;

/** Where an occurrence of a duty stands. */
public enum DutyState {
    /** To be done. */
    DUE,
    /** Done; final when nobody need confirm it. */
    PERFORMED,
    /** Confirmed by the approver. */
    CONFIRMED
}
