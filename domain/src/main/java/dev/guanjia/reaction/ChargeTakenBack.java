package dev.guanjia.reaction;

import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.ChargeReversal;
import dev.guanjia.billing.tariff.Taxed;
import dev.guanjia.money.Money;
import dev.guanjia.property.UnitId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A charge was reversed: what was paid of it is owed again to the unit whose payment it was, and
 * what is open then is no longer owed. What was waived or written off stays as it was, but none of
 * the charge's tax does: it is taken back in full, whatever was waived.
 *
 * @param reversal which charge, why, by whom
 * @param key what it was for
 * @param posted the charge as it was posted, with its tax
 * @param amount what is no longer owed, zero or more and at most all of it
 * @param returned what was paid of it, each more than zero and in all at most the amount, by the
 *     unit that the payment was for
 */
public record ChargeTakenBack(
        ChargeReversal reversal,
        ChargeKey key,
        Taxed posted,
        Money amount,
        Map<UnitId, Money> returned) {

    /** What was paid had been owed. */
    public ChargeTakenBack {
        returned = Collections.unmodifiableMap(new TreeMap<>(returned));
        Money sum = returned.values().stream().reduce(amount.minus(amount), Money::plus);
        if (amount.compareTo(sum) < 0 || !returned.values().stream().allMatch(Money::isPositive)) {
            throw new IllegalArgumentException("taken back " + amount + ", returned " + returned);
        }
        if (posted.gross().compareTo(amount) < 0) {
            throw new IllegalArgumentException("taken back " + amount + " of " + posted);
        }
    }

    /**
     * What of the tax goes back with what is no longer owed.
     *
     * @return all the tax, or what there is where less than the tax was left of the charge
     */
    Money untaxed() {
        return posted.tax().min(amount);
    }

    /**
     * The tax that only what was waived or written off could bear.
     *
     * @return the rest of the tax, zero unless next to all of the charge was waived
     */
    Money reliefTax() {
        return posted.tax().minus(untaxed());
    }

    /**
     * What was waived or written off of the charge, without the tax it bears.
     *
     * @return zero or more
     */
    Money relief() {
        return posted.gross().minus(amount).minus(reliefTax());
    }
}
