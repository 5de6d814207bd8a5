package dev.guanjia.asset.maintenance;

import dev.guanjia.decision.RefusalCode;

/** Why a request about a maintenance task is refused, most important first. Days are ISO. */
public enum MaintenanceRefusal implements RefusalCode {
    /** The action is not legal there. Facts: {@code task, state, action, legal}. */
    WRONG_STATE("maintenance-wrong-state"),
    /** Something later has already happened. Facts: {@code task, day, last}. */
    TIME_RUNS_BACKWARDS("maintenance-time-runs-backwards"),
    /** It is not said why, or what was found. Facts: {@code task, action}. */
    NOTE_MISSING("maintenance-note-missing"),
    /** The new day is over already. Facts: {@code task, to, day}. */
    MOVED_INTO_PAST("maintenance-moved-into-past"),
    /** Another task has the new day's period. Facts: {@code task, to, first, last}. */
    MOVED_OUT_OF_PERIOD("maintenance-moved-out-of-period"),
    /** Nothing proves that it was done. Facts: {@code task, record}. */
    EVIDENCE_MISSING("maintenance-evidence-missing"),
    /** Who did it may not. Facts: {@code task, staff, qualification}. */
    NOT_QUALIFIED("maintenance-not-qualified"),
    /** Who did it would confirm it. Facts: {@code task, staff}. */
    SELF_VERIFIED("maintenance-self-verified"),
    /** Its equipment is still used on its origin day. Facts: {@code task, origin}. */
    STILL_NEEDED("maintenance-still-needed");

    private final String key;

    MaintenanceRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
