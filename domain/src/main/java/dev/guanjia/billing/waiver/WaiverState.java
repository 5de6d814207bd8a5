package dev.guanjia.billing.waiver;

/** Where a waiver stands. Source: requirements 03 P-WAIVER; signing posts it. */
public enum WaiverState {
    /** Asked for. */
    PROPOSED,
    /** Signed, and taken off what is owed. */
    POSTED
}
