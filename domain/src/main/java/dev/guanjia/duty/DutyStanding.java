package dev.guanjia.duty;

/** How an occurrence looks at an instant. */
public enum DutyStanding {
    /** To be done, and still in time. */
    DUE,
    /** To be done, and too late. */
    OVERDUE,
    /** Done. */
    PERFORMED,
    /** Confirmed. */
    CONFIRMED
}
