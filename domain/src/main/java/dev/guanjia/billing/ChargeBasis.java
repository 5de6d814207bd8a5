package dev.guanjia.billing;

/** What a fee is charged per, and so the unit of its quantity. */
public enum ChargeBasis {
    /** Per m² of floor area and month. */
    AREA,
    /** Per unit that the meters measured, m³ for water. */
    METER,
    /** Per job: what was quoted for a work order and consented to. No run calculates it. */
    ORDER
}
