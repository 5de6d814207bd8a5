package dev.guanjia.billing.collection;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import java.math.RoundingMode;

/**
 * How much of the arrears of a fee is to come in. Source: requirements 04 QF-X-02, QF-X-03.
 *
 * @param item which fee
 * @param rate the part, above zero, at most one
 */
public record CollectionGoal(FeeItemId item, Rational rate) {

    /** Something is to come in, and no more than is owed. */
    public CollectionGoal {
        if (!isRate(rate)) {
            throw new IllegalArgumentException("goal of " + rate + " for " + item);
        }
    }

    /**
     * Whether a number can be a goal; the door to ask before building one from input.
     *
     * @param rate the part
     * @return true above zero, up to one
     */
    public static boolean isRate(Rational rate) {
        return rate.signum() > 0 && rate.compareTo(Rational.ONE) <= 0;
    }

    /**
     * What has to come in.
     *
     * @param due what is owed, zero or more
     * @return the part of it, a started minor unit counted as whole: who collects the target has
     *     reached the rate
     */
    public Money target(Money due) {
        return due.times(rate, RoundingMode.CEILING);
    }
}
