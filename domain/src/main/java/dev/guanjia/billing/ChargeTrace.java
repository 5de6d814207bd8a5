package dev.guanjia.billing;

import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * How a charge came to its amount, complete enough to come to it again.
 *
 * @param tariff the price row used; for paid work the order, whose lines tell the prices
 * @param quantity how much, with the readings that prove it
 * @param price major units of the currency per unit of the quantity
 * @param currency what the amount is in
 * @param rounding how the exact product became whole minor units
 */
public record ChargeTrace(
        TariffId tariff,
        Quantity quantity,
        Rational price,
        Currency currency,
        RoundingMode rounding) {

    /**
     * The amount before rounding.
     *
     * @return quantity x price in major units, exact
     */
    public Rational exactProduct() {
        return quantity.value().times(price);
    }

    /**
     * Calculates the amount, now as then: the only rounding of a charge.
     *
     * @return the exact product, rounded once to the minor unit
     */
    public Money recompute() {
        Rational minorUnits = new Money(currency, 1).toRational();
        return new Money(currency, 1).times(exactProduct().over(minorUnits), rounding);
    }
}
