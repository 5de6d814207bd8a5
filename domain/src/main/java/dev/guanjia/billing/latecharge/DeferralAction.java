package dev.guanjia.billing.latecharge;

/** What can be done to a deferral. */
public enum DeferralAction {
    /** Confirms the reason. */
    CONFIRM,
    /** Sets the promised day. */
    DEFER,
    /** Says no. */
    REJECT,
    /** Takes one's own request back. */
    WITHDRAW
}
