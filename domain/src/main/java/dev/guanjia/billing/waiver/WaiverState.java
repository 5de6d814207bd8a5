package dev.guanjia.billing.waiver;

/** Where a waiver stands. Source: requirements 03 P-WAIVER; signing posts it. */
public enum WaiverState {
    /** Asked for. */
    PROPOSED,
    /** Signed, and taken off what is owed. */
    POSTED,
    /** Somebody else said no; everything stays owed. */
    REJECTED,
    /** Who asked took it back; everything stays owed. */
    WITHDRAWN
}
