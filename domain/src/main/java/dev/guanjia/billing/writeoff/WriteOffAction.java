package dev.guanjia.billing.writeoff;

/** What can be done to a write-off. */
public enum WriteOffAction {
    /** Approves it. */
    APPROVE,
    /** Takes it off what is owed. */
    POST,
    /** Takes note of a payment that came all the same. */
    RECOVER,
    /** Says no. */
    REJECT,
    /** Takes one's own proposal back. */
    WITHDRAW
}
