package dev.guanjia.billing.receipt;

/** What is done to a paper receipt. */
public enum ReceiptAction {
    /** The payer signs. */
    SIGN,
    /** The payer gets one of the two copies. */
    HAND_OVER,
    /** It no longer counts. */
    VOID
}
