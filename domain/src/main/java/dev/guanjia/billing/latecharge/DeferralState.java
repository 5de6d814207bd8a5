package dev.guanjia.billing.latecharge;

/** Where a deferral stands. Source: requirements 03 P-DEFER. */
public enum DeferralState {
    /** Asked for, with a reason. */
    REASON_STATED,
    /** Somebody else has confirmed the reason. */
    CONFIRMED,
    /** A day is promised; the charge is not overdue until then. */
    DEFERRED
}
