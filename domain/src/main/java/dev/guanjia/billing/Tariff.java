package dev.guanjia.billing;

import dev.guanjia.money.Rational;
import dev.guanjia.property.CommunityId;
import dev.guanjia.property.UnitUse;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;

/**
 * The price of a fee item for one use of units, from a day until the next one starts (收费标准).
 *
 * <p>Source: requirements 06 A-77 (prices are data of the company; none is invented).
 *
 * @param id which one
 * @param community where it holds
 * @param feeItem what it prices
 * @param use for homes or for shops
 * @param price in major units of the currency per unit of the item's basis, see {@link #isPrice}
 * @param currency what the price is in
 * @param from the first day it is in force
 */
public record Tariff(
        TariffId id,
        CommunityId community,
        FeeItemId feeItem,
        UnitUse use,
        Rational price,
        Currency currency,
        LocalDate from) {

    private static final Rational HIGHEST = Rational.of(1_000_000, 1);
    private static final BigInteger MILLIONTH = BigInteger.TEN.pow(6);

    /** A price is more than nothing: a service that costs nothing has no tariff. */
    public Tariff {
        if (!isPrice(price)) {
            throw new IllegalArgumentException(
                    "price must be above 0, at most 1000000 with 6 decimals: " + price);
        }
    }

    /**
     * Whether a number can be a price; the door to ask before building a tariff from input.
     *
     * @param price in major units
     * @return true above zero, up to a million, with at most six decimals
     */
    public static boolean isPrice(Rational price) {
        return price.signum() > 0
                && price.compareTo(HIGHEST) <= 0
                && MILLIONTH.mod(price.denominator()).signum() == 0;
    }

    boolean prices(FeeItemId item, UnitUse unitUse) {
        return feeItem.equals(item) && use == unitUse;
    }
}
