package dev.guanjia.billing.dunning;

/** What can be done in a dunning case. */
public enum DunningAction {
    /** Sends a notice. */
    NOTIFY,
    /** Speaks or writes with the payer, or is called: kept on record, and no step. */
    TALK,
    /** Telephones. */
    CALL,
    /** Visits. */
    VISIT,
    /** Takes a promise to pay. */
    AGREE,
    /** Finds the promise kept; dunning goes on for what is owed besides. */
    KEEP,
    /** Finds the promise broken. */
    BREAK,
    /** Takes down a dispute. */
    DISPUTE,
    /** Ends the dispute; the debt stands. */
    SETTLE,
    /** Has a lawyer write. */
    SUE,
    /** Ends the case: nothing is overdue or put off. */
    CLOSE
}
