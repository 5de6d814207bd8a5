package dev.guanjia.billing.settlement;

import dev.guanjia.decision.RefusalCode;

/** Why a payment, its reversal or its refund is refused, most important first. */
public enum SettlementRefusal implements RefusalCode {
    /** The payer names a charge of which nothing is open. */
    CHOICE_NOT_OPEN("choice-not-open"),
    /** The payer gives a charge nothing or less. */
    CHOICE_NOT_POSITIVE("choice-not-positive"),
    /** The payer gives a charge more than is open of it. */
    CHOICE_OVER_OPEN("choice-over-open"),
    /** At this charge the amounts chosen come to more than was paid. */
    CHOICE_OVER_PAYMENT("choice-over-payment");

    private final String key;

    SettlementRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
