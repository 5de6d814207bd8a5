package dev.guanjia.workorder.level;

/** Which time a service level counts. */
public enum ServiceClock {
    /** Office hours on working days. */
    WORKING,
    /** All time, day and night. */
    ELAPSED
}
