package dev.guanjia.billing.share;

import dev.guanjia.decision.RefusalCode;

/** Why a pool is not shared or a formula not taken, most important first. */
public enum ShareRefusal implements RefusalCode {
    /** A cost is zero or more; facts {@code pool}, {@code amount}. */
    POOL_NEGATIVE("share-pool-negative"),
    /** A key is zero or more; facts {@code pool}, {@code unit}, {@code key}. */
    KEY_NEGATIVE("share-key-negative"),
    /** The unit does not share this pool; facts {@code pool}, {@code unit}. */
    KEY_OUTSIDE("share-key-outside"),
    /** There is nothing to cut by; facts {@code pool}. */
    KEYS_ZERO("share-keys-zero"),
    /** A pool keeps its item and days; facts {@code pool}, {@code expected}, {@code found}. */
    POOL_CHANGED("share-pool-changed"),
    /** Another pool has it for days of this; facts {@code pool}, {@code other}, {@code unit}. */
    UNIT_TWICE("share-unit-twice"),
    /** What would change is charged; facts {@code pool}, {@code unit}, {@code charge}. */
    POOL_BILLED("share-pool-billed"),
    /** Two units of measure do not add; facts {@code operator}, {@code left}, {@code right}. */
    FORMULA_UNITS("fee-formula-units"),
    /** A formula that names the price gives no money; facts {@code found}. */
    FORMULA_NOT_MONEY("fee-formula-not-money"),
    /** A warning: no name stands in the formula, so everybody pays the same. */
    FORMULA_CONSTANT("fee-formula-constant"),
    /** A fee is zero or more; facts {@code formula}, {@code amount}. */
    FORMULA_NEGATIVE("fee-formula-negative"),
    /** A fee is below the limit; facts {@code formula}, {@code amount}, {@code limit}. */
    FORMULA_TOO_LARGE("fee-formula-too-large");

    private final String key;

    ShareRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
