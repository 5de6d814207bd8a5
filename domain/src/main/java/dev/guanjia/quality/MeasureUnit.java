package dev.guanjia.quality;

/** What a measure is counted in. */
public enum MeasureUnit {
    /** Yuan, with two decimals. */
    YUAN,
    /** Complaints. */
    COMPLAINT,
    /** Items of questionnaires. */
    ITEM,
    /** Hours. */
    HOUR
}
