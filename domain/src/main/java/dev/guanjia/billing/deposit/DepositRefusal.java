package dev.guanjia.billing.deposit;

import dev.guanjia.decision.RefusalCode;

/** Why a step with a deposit is refused, most important first. */
public enum DepositRefusal implements RefusalCode {
    /** The deposit is not where this action starts. */
    DEPOSIT_WRONG_STATE("deposit-wrong-state"),
    /** Such a deposit cannot be taken on that day. */
    DEPOSIT_KIND_NOT_YET("deposit-kind-not-yet"),
    /** A deposit and a deduction are more than nothing. */
    DEPOSIT_NOT_POSITIVE("deposit-not-positive"),
    /** Each deposit has a receipt. */
    DEPOSIT_WITHOUT_RECEIPT("deposit-without-receipt"),
    /** Each receipt is for one deposit. */
    DEPOSIT_RECEIPT_USED("deposit-receipt-used"),
    /** A step is not dated before the one that it follows. */
    DEPOSIT_STEP_TOO_EARLY("deposit-step-too-early"),
    /** The next step is another person's. */
    DEPOSIT_SAME_PERSON("deposit-same-person"),
    /** A deduction says why. */
    DEDUCTION_WITHOUT_REASON("deduction-without-reason"),
    /** A deduction needs the payer's consent. */
    DEDUCTION_WITHOUT_CONSENT("deduction-without-consent"),
    /** No more is taken off than is left. */
    DEDUCTION_OVER_BALANCE("deduction-over-balance"),
    /** There is nothing to pay back. */
    DEPOSIT_NOTHING_LEFT("deposit-nothing-left"),
    /** What is paid back is what was signed, no more and no less. */
    DEPOSIT_REFUND_NOT_AS_SIGNED("deposit-refund-not-as-signed"),
    /** A deposit stands on a sheet once. */
    DEPOSIT_SUMMARY_TWICE("deposit-summary-twice"),
    /** A sheet is signed once. */
    DEPOSIT_SUMMARY_SIGNED("deposit-summary-signed"),
    /** A sheet that was rejected is nobody's any longer. */
    DEPOSIT_SUMMARY_REJECTED("deposit-summary-rejected");

    private final String key;

    DepositRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
