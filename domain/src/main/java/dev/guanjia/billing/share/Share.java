package dev.guanjia.billing.share;

import dev.guanjia.billing.Quantity;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitId;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * What one unit bears of a pool, with all that proves it.
 *
 * @param unit who bears it
 * @param pool the amount of the whole pool
 * @param key the unit's key
 * @param total the sum of all keys
 * @param hasLeftover whether one of the coins that did not divide went to this unit
 */
public record Share(UnitId unit, Money pool, Rational key, Rational total, boolean hasLeftover) {

    /** A share is a part of a whole. */
    public Share {
        if (key.signum() < 0 || total.signum() <= 0 || key.compareTo(total) > 0) {
            throw new IllegalArgumentException("no part of a whole: " + key + " of " + total);
        }
    }

    /**
     * The share as a bill has it.
     *
     * @param id which pool was cut
     * @return the quantity that comes to the same amount
     */
    public Quantity.Share quantity(PoolId id) {
        return new Quantity.Share(id.value(), pool, key, total, hasLeftover);
    }

    /**
     * The share before it was made whole coins.
     *
     * @return pool x key / total, in minor units, exact
     */
    public Rational exact() {
        return minorUnits(pool).times(key).over(total);
    }

    /**
     * What the unit is charged.
     *
     * @return the whole coins of the exact share, and one more when it has a leftover coin
     */
    public Money amount() {
        BigInteger coins = exact().round(RoundingMode.FLOOR);
        return new Money(
                pool.currency(), Math.addExact(coins.longValueExact(), hasLeftover ? 1 : 0));
    }

    Share withLeftover() {
        return new Share(unit, pool, key, total, true);
    }

    private static Rational minorUnits(Money money) {
        return new Rational(BigInteger.valueOf(money.minorUnits()), BigInteger.ONE);
    }
}
