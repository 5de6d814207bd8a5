package dev.guanjia.billing.payer;

import dev.guanjia.decision.RefusalCode;

/** Why a term of payment is refused, or nobody can be charged; most important first. */
public enum PayerRefusal implements RefusalCode {
    /** Two payers for one fee and day. */
    PAYER_TERMS_OVERLAP("payer-terms-overlap"),
    /** The term ends no later than that anyway. */
    PAYER_TERM_ENDED("payer-term-ended"),
    /** The term would end before it starts, or be entered without a day. */
    PAYER_TERM_BACKWARDS("payer-term-backwards"),
    /** On these days neither a term nor an owner says who pays. */
    PAYER_UNKNOWN("payer-unknown");

    private final String key;

    PayerRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
