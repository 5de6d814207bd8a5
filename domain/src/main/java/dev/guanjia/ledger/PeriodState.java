package dev.guanjia.ledger;

/** Whether a month may still be posted to. */
public enum PeriodState {
    /** Entries are taken. */
    OPEN,
    /** The month is settled for good. */
    CLOSED
}
