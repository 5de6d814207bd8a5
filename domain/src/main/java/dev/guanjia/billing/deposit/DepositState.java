package dev.guanjia.billing.deposit;

/** Where a deposit stands. Source: requirements 03 P-DEPOSIT. */
public enum DepositState {
    /** Taken, with a receipt of its own. */
    RECEIVED,
    /** Customer service has checked that it can go back. */
    CHECKED,
    /** It stands on a summary sheet. */
    IN_SUMMARY,
    /** The supervising person has signed the sheet. */
    SIGNED,
    /** What was left has been paid back. */
    REFUNDED
}
