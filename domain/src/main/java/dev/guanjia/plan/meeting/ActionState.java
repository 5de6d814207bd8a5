package dev.guanjia.plan.meeting;

import dev.guanjia.duty.DutyRecord;

/** Where a matter stands that a meeting decided. Source: requirements 03 P-MEETING. */
public enum ActionState {
    /** Decided; the minutes are not issued. */
    DECIDED,
    /** To be done by its owner. */
    ASSIGNED,
    /** Done; final when nobody confirms it. */
    DONE,
    /** Confirmed. */
    VERIFIED,
    /** Need not be done, by the word of somebody who may say so. */
    WAIVED;

    /**
     * Reads the state off the duty that the matter became.
     *
     * @param record the duty's record
     * @return the state, never {@code DECIDED}
     */
    public static ActionState of(DutyRecord record) {
        return switch (record.state()) {
            case DUE, ESCALATED -> ASSIGNED;
            case PERFORMED -> DONE;
            case CONFIRMED -> VERIFIED;
            case WAIVED -> WAIVED;
        };
    }
}
