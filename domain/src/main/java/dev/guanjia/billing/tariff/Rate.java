package dev.guanjia.billing.tariff;

import dev.guanjia.money.Rational;
import java.util.function.Function;

/**
 * One price for every unit of the quantity.
 *
 * @param price major units of the currency per unit of the quantity, see {@link Pricing#isPrice}
 */
public record Rate(Rational price) implements Pricing {

    /** A price is more than nothing: a service that costs nothing has no tariff. */
    public Rate {
        if (!Pricing.isPrice(price)) {
            throw new IllegalArgumentException(
                    "price must be above 0, at most 1000000 with 6 decimals: " + price);
        }
    }

    @Override
    public Rational amount(Rational quantity) {
        return Pricing.requireQuantity(quantity).times(price);
    }

    @Override
    public <R> R fold(Function<Rate, R> onRate, Function<Slabs, R> onSlabs) {
        return onRate.apply(this);
    }
}
