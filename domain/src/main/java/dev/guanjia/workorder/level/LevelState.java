package dev.guanjia.workorder.level;

/** How a matter stands to its time limit. */
public enum LevelState {
    /** There is no limit. Source: 06 A-60. */
    NO_LIMIT,
    /** The clock runs, and there is enough time. */
    IN_TIME,
    /** The clock runs, and little time is left. */
    NEAR_BREACH,
    /** The time ran out first. */
    BREACHED,
    /** The clock is stopped; nothing is judged. */
    PAUSED,
    /** It was reached in time. */
    MET,
    /** Which time counts on the way is not known yet, so it is neither kept nor missed. */
    UNKNOWN
}
