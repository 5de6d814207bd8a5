package dev.guanjia.billing.settlement;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.money.Money;

/**
 * The part of a payment that settles a charge.
 *
 * @param charge which charge
 * @param key what the charge is for
 * @param amount how much of it is settled, more than zero
 */
public record Allocation(ChargeId charge, ChargeKey key, Money amount) {

    /** Something is settled. */
    public Allocation {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("allocation to " + charge + ": " + amount);
        }
    }
}
