package dev.guanjia.billing.run;

/** Where a bill run stands. Source: requirements 03 P-METER. */
public enum BillRunState {
    /** Units are being calculated. */
    CALCULATING,
    /** Every unit is calculated; the lines can be looked at. */
    CALCULATED,
    /** The supervisor has confirmed the calculation. */
    CONFIRMED,
    /** The calculation has been reported to finance. */
    REPORTED,
    /** The charges are being taken to the accounts; those that are there bind and can be paid. */
    ENTERING,
    /** The charges stand in the accounts: they bind and can be paid. */
    ENTERED,
    /** It was given up before it was entered, and has no charges. */
    CANCELLED
}
