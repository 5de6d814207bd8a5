package dev.guanjia.billing.run;

/** What can be done to a bill run. */
public enum BillRunAction {
    /** Ends the calculation, or the entering. */
    FINISH,
    /** Confirms it. */
    CONFIRM,
    /** Reports it to finance. */
    REPORT,
    /** Begins to enter the charges in the accounts. */
    ENTER,
    /** Gives it up: its charges never bind, and may be calculated again. */
    CANCEL
}
