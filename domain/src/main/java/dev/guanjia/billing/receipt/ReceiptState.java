package dev.guanjia.billing.receipt;

/** Where a paper receipt stands. Source: requirements 03 P-CASH-RECEIPT. */
public enum ReceiptState {
    /** Written, in two copies. */
    ISSUED,
    /** The payer has signed in the lower right corner. */
    SIGNED,
    /** Each side keeps a copy. */
    HANDED_OVER,
    /** It no longer counts; its number stays used. */
    VOID
}
