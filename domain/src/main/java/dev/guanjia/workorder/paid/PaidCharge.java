package dev.guanjia.workorder.paid;

import dev.guanjia.money.Money;
import dev.guanjia.property.UnitId;
import java.util.List;

/**
 * What billing is to charge for paid work: the quote that was consented to, no more and no less.
 * Source: 05 S10 (charge only for paid kind and equals quote).
 *
 * @param unit who is charged
 * @param amount more than zero, the sum of the lines
 * @param lines how it came about
 */
public record PaidCharge(UnitId unit, Money amount, List<PaidLine> lines) {

    /** Copies; the amount is positive and the one its lines give. */
    public PaidCharge {
        lines = List.copyOf(lines);
        if (!amount.isPositive() || !amount.equals(PaidLine.total(lines))) {
            throw new IllegalArgumentException(
                    "charge of " + amount + ", its lines give " + PaidLine.total(lines));
        }
    }
}
