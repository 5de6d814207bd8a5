package dev.guanjia.reaction;

import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Part of a charge was given back, because the work failed: first what is still owed is no longer
 * owed, then money that was paid is paid out again.
 *
 * @param refund names the document
 * @param key what was charged
 * @param amount how much, more than zero
 * @param paidOut how much of it is paid out, zero or more
 * @param method how; null exactly if nothing is paid out
 */
public record ChargeRefunded(
        String refund, ChargeKey key, Money amount, Money paidOut, @Nullable PaymentMethod method) {

    /** What is paid out is part of what is given back, and goes somewhere. */
    public ChargeRefunded {
        if (!amount.isPositive() || paidOut.isNegative() || amount.compareTo(paidOut) < 0) {
            throw new IllegalArgumentException("refund of " + amount + ", paid out " + paidOut);
        }
        if (paidOut.isPositive() == (method == null)) {
            throw new IllegalArgumentException("paid out " + paidOut + " by " + method);
        }
    }

    /**
     * How much of a refund is paid out.
     *
     * @param amount how much is given back
     * @param open how much of the charge is still owed
     * @return the amount less what is owed, zero or more
     */
    public static Money paidOut(Money amount, Money open) {
        return amount.minus(amount.min(open));
    }
}
