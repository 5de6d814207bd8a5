package dev.guanjia.organisation.staff;

import dev.guanjia.decision.RefusalCode;

/** Why a person is not put to work, most important first. */
public enum StaffRefusal implements RefusalCode {
    /** The qualification the post needs has lapsed. Facts: {@code staff, post, kind, last, day}. */
    QUALIFICATION_LAPSED("qualification-lapsed"),
    /** The person never had what the post needs. Facts: {@code staff, post, kind, day}. */
    QUALIFICATION_MISSING("qualification-missing"),
    /** The person already has that paper. Facts: {@code staff, kind, number}. */
    QUALIFICATION_EXISTS("qualification-exists");

    private final String key;

    StaffRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
