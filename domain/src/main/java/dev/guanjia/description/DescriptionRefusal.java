package dev.guanjia.description;

import dev.guanjia.decision.RefusalCode;

/** Why a job description is refused. */
public enum DescriptionRefusal implements RefusalCode {
    /** The company has no such post. Facts: {@code post}. */
    POST_UNKNOWN("description-post-unknown");

    private final String key;

    DescriptionRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
