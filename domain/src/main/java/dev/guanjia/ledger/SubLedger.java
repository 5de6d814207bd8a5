package dev.guanjia.ledger;

/** Whether an account controls a sub-ledger, and by what that sub-ledger is kept. */
public enum SubLedger {
    /** A plain account. */
    NONE,
    /** A control account: every line names the unit it concerns. */
    UNIT
}
