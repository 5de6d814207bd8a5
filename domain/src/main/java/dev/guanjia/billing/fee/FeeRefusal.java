package dev.guanjia.billing.fee;

import dev.guanjia.decision.RefusalCode;

/** Why a fee item is refused. */
public enum FeeRefusal implements RefusalCode {
    /** Another one has that name; facts {@code item}. */
    FEE_ITEM_TAKEN("fee-item-taken");

    private final String key;

    FeeRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
