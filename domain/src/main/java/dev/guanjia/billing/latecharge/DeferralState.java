package dev.guanjia.billing.latecharge;

/** Where a deferral stands. Source: requirements 03 P-DEFER. */
public enum DeferralState {
    /** Asked for, with a reason. */
    REASON_STATED,
    /** Somebody else has confirmed the reason. */
    CONFIRMED,
    /** A day is promised; the charge is not overdue until then. */
    DEFERRED,
    /** Somebody else said no before a day was promised; nothing changes. */
    REJECTED,
    /** Who asked took it back before a day was promised; nothing changes. */
    WITHDRAWN
}
