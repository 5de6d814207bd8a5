package dev.guanjia.billing;

import dev.guanjia.property.UnitId;

/**
 * What a charge is for: at most one charge ever has this key, however often a run is repeated.
 *
 * @param unit who is charged
 * @param feeItem what for
 * @param period for which days
 */
public record ChargeKey(UnitId unit, FeeItemId feeItem, ServicePeriod period) {

    /** {@code un_1 PROPERTY_SERVICE 2026-03}. */
    @Override
    public String toString() {
        return unit + " " + feeItem + " " + period;
    }
}
