package dev.guanjia.billing.fee;

/** What a fee is charged per, and so the unit of its quantity. */
public enum ChargeBasis {
    /** Per m² of floor area and month. */
    AREA,
    /** Per unit and month, whatever its size. */
    UNIT,
    /** Per unit and billing cycle, however long that is. */
    FIXED,
    /** Per unit that the meters measured, m³ for water. */
    METER,
    /** Per job: what was quoted for a work order and consented to. No run calculates it. */
    ORDER
}
