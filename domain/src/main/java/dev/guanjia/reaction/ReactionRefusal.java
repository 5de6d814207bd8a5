package dev.guanjia.reaction;

import dev.guanjia.decision.RefusalCode;

/** Why one concept does not let another go on. */
public enum ReactionRefusal implements RefusalCode {
    /** The paid work has not come as far. Facts: {@code action, needed, state}. */
    PAID_FACT_MISSING("paid-fact-missing");

    private final String key;

    ReactionRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
