package dev.guanjia.property.meter;

/** How a reading came about. */
public enum ReadingSource {
    /** Read from the meter by staff. */
    READ,
    /** Estimated, because the meter could not be reached. */
    ESTIMATED,
    /** Reported by the owner. */
    OWNER_REPORTED,
    /** Recorded in place of an earlier reading of the day, which no longer counts. */
    CORRECTED
}
