package dev.guanjia.billing.tariff;

import dev.guanjia.money.Rational;
import java.math.BigInteger;
import java.util.function.Function;

/**
 * What a quantity costs. Whoever has used some of it before in the same period goes on where they
 * stopped, so parts cost together what the whole costs.
 */
public sealed interface Pricing permits Rate, Slabs {

    /** The same for a part of a period that is not its last: a minimum counts once. */
    default Pricing withoutMinimum() {
        return fold(rate -> rate, slabs -> new Slabs(slabs.bands(), Rational.ZERO));
    }

    /**
     * What a quantity costs in all.
     *
     * @param quantity in the unit of the fee item, zero or more
     * @return exact, in major units of the tariff's currency
     * @throws IllegalArgumentException if the quantity is negative
     */
    Rational amount(Rational quantity);

    /**
     * Folds all cases into one result.
     *
     * @param <R> the result
     * @param onRate used for one price
     * @param onSlabs used for graduated prices
     * @return the result of the function that applied
     */
    <R> R fold(Function<Rate, R> onRate, Function<Slabs, R> onSlabs);

    /**
     * Whether a number can be a price; the door to ask before building one from input.
     *
     * @param price in major units
     * @return true above zero, up to a million, with at most six decimals
     */
    static boolean isPrice(Rational price) {
        return price.signum() > 0 && isDecimal(price);
    }

    /** Up to a million, with at most six decimals. */
    static boolean isDecimal(Rational price) {
        boolean sixDecimals = BigInteger.TEN.pow(6).mod(price.denominator()).signum() == 0;
        return sixDecimals && price.compareTo(Rational.of(1_000_000, 1)) <= 0;
    }

    /** Nobody uses less than nothing. */
    static Rational requireQuantity(Rational quantity) {
        if (quantity.signum() < 0) {
            throw new IllegalArgumentException("quantity is negative: " + quantity);
        }
        return quantity;
    }
}
