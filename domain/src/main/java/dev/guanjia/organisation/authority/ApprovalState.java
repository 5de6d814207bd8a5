package dev.guanjia.organisation.authority;

/** Where an approval stands. */
public enum ApprovalState {
    /** Steps are open. */
    OPEN,
    /** Every step that is needed was granted. */
    APPROVED,
    /** One step was denied. */
    DENIED,
    /** The requester took it back. */
    WITHDRAWN
}
