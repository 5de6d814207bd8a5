package dev.guanjia.server.access;

import dev.guanjia.decision.RefusalCode;

/** Why a caller may not. */
public enum AccessRefusal implements RefusalCode {
    /** The post named in Acting-Post is not held today. */
    ACTING_POST_NOT_HELD("acting-post-not-held");

    private final String key;

    AccessRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
