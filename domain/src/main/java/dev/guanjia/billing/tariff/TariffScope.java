package dev.guanjia.billing.tariff;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.property.CommunityId;
import dev.guanjia.property.UnitUse;

/**
 * What a tariff prices.
 *
 * @param community where it holds
 * @param feeItem for which fee
 * @param use for which use of a unit
 */
public record TariffScope(CommunityId community, FeeItemId feeItem, UnitUse use) {

    /** {@code PROPERTY_SERVICE of RESIDENTIAL units in co_1}. */
    @Override
    public String toString() {
        return feeItem + " of " + use + " units in " + community;
    }
}
