package dev.guanjia.workorder.level;

/** What is to have happened within the limit. */
public enum ServiceGoal {
    /** Somebody took the matter on. */
    RESPONSE,
    /** The matter is done. */
    RESOLUTION
}
