package dev.guanjia.billing.fee;

/** Whose income a fee is; the two are kept apart. Source: requirements 03 P-BILLING. */
public enum FeeIncome {
    /** The company's own. */
    OWN,
    /** Collected on behalf of somebody else (代收): owed to them, and no income. */
    ON_BEHALF
}
