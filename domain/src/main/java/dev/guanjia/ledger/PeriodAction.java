package dev.guanjia.ledger;

/** What can be done to a month. */
public enum PeriodAction {
    /** Settle it, 结账. */
    CLOSE
}
