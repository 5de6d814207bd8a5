package dev.guanjia.billing;

import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Discount;
import dev.guanjia.billing.tariff.Pricing;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.money.Rational;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a charge in which nothing changes: one version of the tariff, one quantity.
 *
 * @param tariff the version used; for paid work the order, whose lines tell the prices
 * @param days the days it is for
 * @param quantity how much, with what proves it
 * @param earlier the quantity of the same period that was charged before, where graduated prices go
 *     on; null when there was none
 * @param pricing what a quantity costs
 * @param months how often the price is due: the months, or the part of one, that the days come to;
 *     one for what is measured or quoted
 * @param discounts what is taken off, in this order
 */
public record ChargeSegment(
        TariffId tariff,
        ServicePeriod days,
        Quantity quantity,
        @Nullable Rational earlier,
        Pricing pricing,
        Rational months,
        List<Discount> discounts) {

    /** Time does not run backwards. */
    public ChargeSegment {
        discounts = List.copyOf(discounts);
        if (months.signum() < 0) {
            throw new IllegalArgumentException("months are negative: " + months);
        }
    }

    /**
     * What the stretch costs before rounding and tax.
     *
     * @return quantity at its price x months x what the discounts leave, in major units, exact
     */
    public Rational exact() {
        Rational product = priced().times(months);
        for (Discount discount : discounts) {
            product = product.times(discount.factor());
        }
        return product;
    }

    private Rational priced() {
        return earlier == null
                ? pricing.amount(quantity.value())
                : pricing.amount(earlier.plus(quantity.value()))
                        .minus(pricing.withoutMinimum().amount(earlier));
    }
}
