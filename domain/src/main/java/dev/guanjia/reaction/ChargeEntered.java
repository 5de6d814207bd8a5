package dev.guanjia.reaction;

import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.tariff.Taxed;
import dev.guanjia.money.Money;

/**
 * A charge became binding, because its bill run was entered.
 *
 * @param charge which charge
 * @param key what it is for
 * @param taxed how much, more than zero in all, and what of it is value-added tax
 */
public record ChargeEntered(ChargeId charge, ChargeKey key, Taxed taxed) {

    /** Something is owed, and no more of it is tax than there is. */
    public ChargeEntered {
        if (taxed.net().isNegative() || taxed.tax().isNegative() || taxed.gross().isZero()) {
            throw new IllegalArgumentException(charge + " is " + taxed);
        }
    }

    /**
     * What a charge means to the books.
     *
     * @param charge the charge
     * @return the event
     */
    public static ChargeEntered of(Charge charge) {
        return new ChargeEntered(charge.id(), charge.key(), charge.taxed());
    }

    /**
     * What is owed.
     *
     * @return with tax, more than zero
     */
    public Money amount() {
        return taxed.gross();
    }
}
