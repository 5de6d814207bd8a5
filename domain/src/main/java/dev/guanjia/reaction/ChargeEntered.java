package dev.guanjia.reaction;

import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.money.Money;

/**
 * A charge became binding, because its bill run was entered.
 *
 * @param charge which charge
 * @param key what it is for
 * @param amount how much, more than zero
 */
public record ChargeEntered(ChargeId charge, ChargeKey key, Money amount) {

    /**
     * What a charge means to the books.
     *
     * @param charge the charge
     * @return the event
     */
    public static ChargeEntered of(Charge charge) {
        return new ChargeEntered(charge.id(), charge.key(), charge.amount());
    }
}
