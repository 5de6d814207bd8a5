package dev.guanjia.duty;

/** Where an occurrence of a duty stands. */
public enum DutyState {
    /** To be done. */
    DUE,
    /** Overdue, and brought before a superior; still to be done. */
    ESCALATED,
    /** Done; final when nobody need confirm it. */
    PERFORMED,
    /** Confirmed by the approver. */
    CONFIRMED,
    /** Need not be done, by the word of somebody who may say so. */
    WAIVED;

    /**
     * Whether it is still to be done.
     *
     * @return true for what is due or escalated
     */
    public boolean isOpen() {
        return this == DUE || this == ESCALATED;
    }
}
