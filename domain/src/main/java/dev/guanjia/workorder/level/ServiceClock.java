package dev.guanjia.workorder.level;

/** Which time a service level counts. */
public enum ServiceClock {
    /** Office hours on working days, make-up days included. */
    WORKING,
    /** All time, day and night. */
    ELAPSED,
    /** The hours of named shifts. */
    SHIFT
}
