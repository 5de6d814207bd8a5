package dev.guanjia.duty;

/** How an occurrence looks at an instant. */
public enum DutyStanding {
    /** To be done, and still in time. */
    DUE,
    /** To be done, and too late. */
    OVERDUE,
    /** To be done, too late, and brought before a superior. */
    ESCALATED,
    /** Done. */
    PERFORMED,
    /** Confirmed. */
    CONFIRMED,
    /** Need not be done. */
    WAIVED;

    /**
     * Whether it is too late and still to be done.
     *
     * @return true for what is overdue, escalated or not
     */
    public boolean isLate() {
        return this == OVERDUE || this == ESCALATED;
    }
}
