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
    /** A clock is judged before it began. Facts: {@code field, at, last}. */
    CLOCK_BACKWARDS("service-clock-backwards");

    private final String key;

    LevelRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
