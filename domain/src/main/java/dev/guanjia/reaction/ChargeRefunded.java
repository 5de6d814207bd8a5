package dev.guanjia.reaction;

import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.billing.tariff.Taxed;
import dev.guanjia.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Part of a charge was given back, because the work failed: first what is still owed is no longer
 * owed, then money that was paid is paid out again.
 *
 * @param refund names the document
 * @param key what was charged
 * @param taxed how much, more than zero in all, and what of it is tax
 * @param paidOut how much of it is paid out, zero or more
 * @param method how; null exactly if nothing is paid out
 */
public record ChargeRefunded(
        String refund, ChargeKey key, Taxed taxed, Money paidOut, @Nullable PaymentMethod method) {

    /** What is paid out is part of what is given back, and goes somewhere. */
    public ChargeRefunded {
        Money amount = taxed.gross();
        if (taxed.net().isNegative() || taxed.tax().isNegative()) {
            throw new IllegalArgumentException("refund of " + taxed);
        }
        if (!amount.isPositive() || paidOut.isNegative() || amount.compareTo(paidOut) < 0) {
            throw new IllegalArgumentException("refund of " + amount + ", paid out " + paidOut);
        }
        if (paidOut.isPositive() == (method == null)) {
            throw new IllegalArgumentException("paid out " + paidOut + " by " + method);
        }
    }

    /**
     * How much is given back.
     *
     * @return with tax, more than zero
     */
    public Money amount() {
        return taxed.gross();
    }

    /**
     * What of a refund is tax: in proportion, so that all refunds of a charge together take back no
     * more tax than it has, and all of it if they are all of the charge. What was waived of a
     * charge lowers its income alone: the tax of that is not given back.
     *
     * @param charge what was charged, with its tax
     * @param before what was given back of it before, zero or more
     * @param amount how much is given back now, at most the rest
     * @return net and tax
     */
    public static Taxed taxed(Taxed charge, Money before, Money amount) {
        Money tax = charge.taxOf(before, amount);
        return new Taxed(amount.minus(tax), tax);
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
