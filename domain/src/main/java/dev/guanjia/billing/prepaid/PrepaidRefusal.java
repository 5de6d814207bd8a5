package dev.guanjia.billing.prepaid;

import dev.guanjia.decision.RefusalCode;

/** Why a year cannot be paid ahead, most important first. */
public enum PrepaidRefusal implements RefusalCode {
    /** Nobody can know ahead what it will cost; facts {@code item}, {@code basis}. */
    PREPAID_YEAR_FEE("prepaid-year-fee"),
    /** Days of the year are paid ahead already; facts {@code item}, {@code year}. */
    PREPAID_YEAR_TAKEN("prepaid-year-taken"),
    /** Days of the year have or had a charge; facts {@code item}, {@code period}. */
    PREPAID_YEAR_CHARGED("prepaid-year-charged"),
    /** A run of the year would skip the fee; facts {@code item}, {@code month}, {@code reason}. */
    PREPAID_YEAR_UNPRICED("prepaid-year-unpriced"),
    /** A bill has days inside and outside of it; facts {@code item}, {@code period}. */
    PREPAID_YEAR_CUTS_BILL("prepaid-year-cuts-bill"),
    /** Its bills are not all of one payer; facts {@code item}, {@code payers}. */
    PREPAID_YEAR_PAYERS("prepaid-year-payers"),
    /** No tariff of the year takes anything off for it; facts {@code item}. */
    PREPAID_YEAR_WITHOUT_DISCOUNT("prepaid-year-without-discount"),
    /** What is paid is not what the year costs; facts {@code amount}, {@code cost}. */
    PREPAID_YEAR_AMOUNT("prepaid-year-amount");

    private final String key;

    PrepaidRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
