package dev.guanjia.property.tenure;

import dev.guanjia.decision.RefusalCode;

/** Why a change of a unit's facts is refused, most important first. */
public enum TenureRefusal implements RefusalCode {
    /** The day is before the first one of the unit's history. */
    UNIT_CHANGE_BEFORE_HISTORY("unit-change-before-history"),
    /** Another value starts on that day. */
    UNIT_CHANGES_OVERLAP("unit-changes-overlap"),
    /** No value starts on the day that is to be corrected. */
    UNIT_CHANGE_UNKNOWN("unit-change-unknown");

    private final String key;

    TenureRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
