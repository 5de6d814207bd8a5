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
    ORDER,
    /** Per coin of what the unit bears of a pool that many share (公摊). */
    SHARE,
    /** Per unit of what a formula gives for the unit, and billing cycle. */
    FORMULA,
    /** Per coin of what being late with another charge costs (违约金). No run calculates it. */
    LATE;

    /**
     * Whether bill runs calculate it.
     *
     * @return false for what other events charge
     */
    public boolean isCalculated() {
        return this != ORDER && this != LATE;
    }
}
