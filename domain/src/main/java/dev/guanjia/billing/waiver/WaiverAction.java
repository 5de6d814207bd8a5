package dev.guanjia.billing.waiver;

/** What can be done to a waiver. */
public enum WaiverAction {
    /** Signs it, and so posts it. */
    SIGN,
    /** Says no. */
    REJECT,
    /** Takes one's own proposal back. */
    WITHDRAW
}
