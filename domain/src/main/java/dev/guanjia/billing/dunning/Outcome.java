package dev.guanjia.billing.dunning;

/** What came of a contact. */
public enum Outcome {
    /** Handed over or heard. */
    REACHED,
    /** Nobody was there. */
    NOT_REACHED,
    /** The debtor will pay. */
    PROMISED,
    /** The debtor says that it is not owed. */
    DISPUTED,
    /** The debtor will not pay. */
    REFUSED
}
