package dev.guanjia.billing.deposit;

/** What can be done to a deposit. */
public enum DepositAction {
    /** Keeps a part, with the payer's consent. */
    DEDUCT,
    /** Checks that it can go back. */
    CHECK,
    /** Puts it on a summary sheet. */
    SUMMARISE,
    /** Takes over the signature of the sheet. */
    SIGN,
    /** Takes it off a sheet that was rejected. */
    RETURN,
    /** Pays back what is left. */
    REFUND
}
