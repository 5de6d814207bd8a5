package dev.guanjia.billing.dunning;

/** Where a dunning case stands. Source: requirements 03 P-DUN. */
public enum DunningState {
    /** Something is overdue, nothing was done yet. */
    OWED,
    /** The debtor has been told in writing or by telephone. */
    NOTICE,
    /** The debtor has been visited. */
    VISIT,
    /** The debtor has promised to pay. */
    AGREED,
    /** The debtor disputes the debt; dunning rests. */
    DISPUTED,
    /** A lawyer has written. */
    LEGAL,
    /** Nothing is owed any more. */
    CLOSED
}
