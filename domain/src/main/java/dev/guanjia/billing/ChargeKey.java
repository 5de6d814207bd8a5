package dev.guanjia.billing;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.property.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What a charge is for: at most one charge ever has this key, however often a run is repeated.
 *
 * @param unit who is charged
 * @param feeItem what for
 * @param period for which days
 * @param order which work order, or which late charge, where some days may hold several; null for
 *     what runs calculate
 */
public record ChargeKey(
        UnitId unit, FeeItemId feeItem, ServicePeriod period, @Nullable String order) {

    /**
     * What a run charges for.
     *
     * @param unit who is charged
     * @param feeItem what for
     * @param period for which days
     */
    public ChargeKey(UnitId unit, FeeItemId feeItem, ServicePeriod period) {
        this(unit, feeItem, period, null);
    }

    /** {@code un_1 PROPERTY_SERVICE 2026-03}, and the order if there is one. */
    @Override
    public String toString() {
        return unit + " " + feeItem + " " + period + (order == null ? "" : " " + order);
    }
}
