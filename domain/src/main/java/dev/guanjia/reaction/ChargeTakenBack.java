package dev.guanjia.reaction;

import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.ChargeReversal;
import dev.guanjia.money.Money;
import dev.guanjia.property.UnitId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A charge was reversed: what was paid of it is owed again to the unit whose payment it was, and
 * what is open then is no longer owed. What was waived or written off stays as it was.
 *
 * @param reversal which charge, why, by whom
 * @param key what it was for
 * @param amount what is no longer owed, zero or more
 * @param returned what was paid of it, each more than zero and in all at most the amount, by the
 *     unit that the payment was for
 */
public record ChargeTakenBack(
        ChargeReversal reversal, ChargeKey key, Money amount, Map<UnitId, Money> returned) {

    /** What was paid had been owed. */
    public ChargeTakenBack {
        returned = Collections.unmodifiableMap(new TreeMap<>(returned));
        Money sum = returned.values().stream().reduce(amount.minus(amount), Money::plus);
        if (amount.compareTo(sum) < 0 || !returned.values().stream().allMatch(Money::isPositive)) {
            throw new IllegalArgumentException("taken back " + amount + ", returned " + returned);
        }
    }
}
