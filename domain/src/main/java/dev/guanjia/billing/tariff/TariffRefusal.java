package dev.guanjia.billing.tariff;

import dev.guanjia.decision.RefusalCode;

/** Why a tariff is refused, most important first. */
public enum TariffRefusal implements RefusalCode {
    /** The community is billed in another currency. */
    TARIFF_CURRENCY("tariff-currency"),
    /** Another version of the same fee starts on that day. */
    TARIFF_STARTS_TWICE("tariff-starts-twice"),
    /** Another version of the same fee holds on some of the days. */
    TARIFF_VERSIONS_OVERLAP("tariff-versions-overlap"),
    /** It would not hold for a day; facts {@code tariff}, {@code from}, {@code end}. */
    TARIFF_END_BEFORE_START("tariff-end-before-start"),
    /** It ends earlier already; facts {@code tariff}, {@code end}, {@code standing}. */
    TARIFF_ENDS_EARLIER("tariff-ends-earlier"),
    /** Later days were charged with it; facts {@code tariff}, {@code end}, {@code charged}. */
    TARIFF_CHARGED_BEYOND("tariff-charged-beyond"),
    /** It would price days that were charged; facts {@code item}, {@code from}, {@code charged}. */
    TARIFF_CHARGED_ALREADY("tariff-charged-already"),
    /**
     * Billed in another way from within a period, days would be lost or doubled; facts {@code
     * item}, {@code days}, {@code other}, {@code otherDays}.
     */
    TARIFF_BREAKS_PERIOD("tariff-breaks-period"),
    /**
     * Its periods are not cut, but it would start or end within one; facts {@code item}, {@code
     * day}, {@code period}.
     */
    TARIFF_NOT_CUT("tariff-not-cut"),
    /** A band starts above where the one before ended. */
    SLAB_GAP("slab-gap"),
    /** A band starts below where the one before ended, or after one without end. */
    SLAB_OVERLAP("slab-overlap"),
    /** Above the last band no price is known. */
    SLABS_END("slabs-end"),
    /** A minimum is zero or more. */
    MINIMUM_NEGATIVE("minimum-negative");

    private final String key;

    TariffRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
