package dev.guanjia.reaction;

import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.ChargeReversal;
import dev.guanjia.money.Money;

/**
 * A charge was reversed: what was paid of it is owed to the unit again, and what is open then is no
 * longer owed. What was waived or written off stays as it was.
 *
 * @param reversal which charge, why, by whom
 * @param key what it was for
 * @param amount what is no longer owed, zero or more
 * @param returned what was paid of it, zero or more, at most the amount
 */
public record ChargeTakenBack(
        ChargeReversal reversal, ChargeKey key, Money amount, Money returned) {

    /** What was paid had been owed. */
    public ChargeTakenBack {
        if (returned.isNegative() || amount.compareTo(returned) < 0) {
            throw new IllegalArgumentException("taken back " + amount + ", returned " + returned);
        }
    }
}
