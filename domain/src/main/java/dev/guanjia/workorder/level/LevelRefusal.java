package dev.guanjia.workorder.level;

import dev.guanjia.decision.RefusalCode;

/** Why a request about service levels is refused. Instants are ISO, in UTC. */
public enum LevelRefusal implements RefusalCode {
    /** A clock would never count. Facts: {@code field, covered}. */
    HOURS_WITHOUT_TIME("service-hours-without-time"),
    /** The row counts shifts that the company does not have. Facts: {@code hours, level}. */
    HOURS_UNKNOWN("service-hours-unknown"),
    /** The holidays on the way are not known. Facts: {@code received, target, covered}. */
    DUE_BEYOND_CALENDAR("work-order-due-beyond-calendar"),
    /** A row for the same begins that day. Facts: {@code kind, matter, goal, from}. */
    SERVICE_LEVEL_EXISTS("service-level-exists"),
    /** Something happens before what happened last. Facts: {@code field, at, last}. */
    CLOCK_BACKWARDS("service-clock-backwards"),
    /** The clock has ended. Facts: {@code ended}. */
    CLOCK_ENDED("service-clock-ended"),
    /** The clock stands still already. Facts: {@code since}. */
    CLOCK_SUSPENDED("service-clock-suspended"),
    /** The clock is running, or has not ended. Facts: {@code received}. */
    CLOCK_RUNNING("service-clock-running"),
    /** Nobody says why the clock is to stop. Facts: {@code field}. */
    PAUSE_WITHOUT_REASON("service-pause-without-reason");

    private final String key;

    LevelRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
