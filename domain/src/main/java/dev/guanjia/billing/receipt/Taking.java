package dev.guanjia.billing.receipt;

import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.money.Money;

/**
 * A payment taken, or taken back. Source: requirements 03 P-REMIT.
 *
 * @param payment which one
 * @param method how it was paid
 * @param amount how much; below zero if the payment was reversed, never zero
 */
public record Taking(PaymentId payment, PaymentMethod method, Money amount) {

    boolean isTwin(Taking other) {
        return payment.equals(other.payment) && amount.isNegative() == other.amount.isNegative();
    }
}
