package dev.guanjia.property;

import dev.guanjia.decision.RefusalCode;

/** Why the end of a stay is refused, most important first. */
public enum OccupantRefusal implements RefusalCode {
    /** The stay ends no later than that anyway. */
    OCCUPANT_MOVED_OUT("occupant-moved-out"),
    /** The stay would end before it starts. */
    OCCUPANT_OUT_BEFORE_IN("occupant-out-before-in");

    private final String key;

    OccupantRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
