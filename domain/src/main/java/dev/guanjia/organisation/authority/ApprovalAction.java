package dev.guanjia.organisation.authority;

/** What may happen to an approval. */
public enum ApprovalAction {
    /** A step is granted and others stay open. */
    PASS,
    /** The last open step is granted. */
    COMPLETE,
    /** A step is denied. */
    DENY,
    /** The requester takes it back. */
    WITHDRAW
}
