package dev.guanjia.billing.writeoff;

/** Where a write-off stands. */
public enum WriteOffState {
    /** Asked for, with a reason and evidence. */
    PROPOSED,
    /** Approved by whoever has the authority. */
    APPROVED,
    /** Taken off what is owed. */
    POSTED,
    /** Another person said no. */
    REJECTED,
    /** Who asked for it took it back. */
    WITHDRAWN
}
