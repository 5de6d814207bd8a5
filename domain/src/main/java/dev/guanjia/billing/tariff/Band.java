package dev.guanjia.billing.tariff;

import dev.guanjia.money.Rational;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of quantities with a price of its own (阶梯).
 *
 * @param from where it starts, excluded but for zero
 * @param upTo where it ends, included; null when it never does
 * @param price per unit of the quantity that lies in it; zero for what is free
 */
public record Band(Rational from, @Nullable Rational upTo, Rational price) {

    /** A band starts at zero or above, goes up, and costs zero or more. */
    public Band {
        if (!isBound(from) || (upTo != null && (!isBound(upTo) || upTo.compareTo(from) <= 0))) {
            throw new IllegalArgumentException(
                    "band must go up from 0, with 6 decimals: " + from + " to " + upTo);
        }
        if (price.signum() < 0 || !Pricing.isDecimal(price)) {
            throw new IllegalArgumentException(
                    "price of a band must be 0 to 1000000 with 6 decimals: " + price);
        }
    }

    private static boolean isBound(Rational quantity) {
        return quantity.signum() >= 0
                && BigInteger.TEN.pow(6).mod(quantity.denominator()).signum() == 0;
    }

    /** What of a quantity lies in it costs. */
    Rational amount(Rational quantity) {
        if (quantity.compareTo(from) <= 0) {
            return Rational.ZERO;
        }
        Rational end = upTo == null || quantity.compareTo(upTo) < 0 ? quantity : upTo;
        return end.minus(from).times(price);
    }
}
