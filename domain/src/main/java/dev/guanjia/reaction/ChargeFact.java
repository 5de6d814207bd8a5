package dev.guanjia.reaction;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.money.Money;
import java.time.YearMonth;

/**
 * An entered charge, as the collection rate sees it.
 *
 * @param charge which charge
 * @param feeItem what it is for
 * @param period the month it pays for
 * @param amount how much, more than zero
 * @param managementFee whether its fee item counts in the rate
 */
public record ChargeFact(
        ChargeId charge, FeeItemId feeItem, YearMonth period, Money amount, boolean managementFee) {

    boolean counts(YearMonth month) {
        return managementFee && period.equals(month);
    }
}
