package dev.guanjia.billing.share;

import dev.guanjia.decision.RefusalCode;

/** Why a pool is not shared, most important first. */
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
    /** Another pool charges it for days of this; facts {@code pool}, {@code other}, {@code unit}. */
    UNIT_TWICE("share-unit-twice");

    private final String key;

    ShareRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
