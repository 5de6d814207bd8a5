package dev.guanjia.billing.receipt;

import dev.guanjia.billing.settlement.Payment;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.money.Money;

/**
 * Money that went through a collector's hands. Source: requirements 03 P-REMIT.
 *
 * @param kind why it came or went
 * @param document the payment, deposit or refund
 * @param method how it came or went
 * @param amount how much; above zero if it came, below if it went
 */
public record Taking(Kind kind, String document, PaymentMethod method, Money amount) {

    /** Why money comes or goes. */
    public enum Kind {
        /** A payment was taken. */
        PAYMENT,
        /** A deposit was taken. */
        DEPOSIT,
        /** A payment was reversed; its method stands for how it came. */
        PAYMENT_REVERSED,
        /** Money of a payment was paid back. */
        PAYMENT_REFUNDED,
        /** A deposit was paid back. */
        DEPOSIT_REFUNDED,
        /** Money was paid back where paid work failed. */
        SERVICE_REFUNDED;

        /**
         * Whether money comes by it.
         *
         * @return false where it goes
         */
        public boolean isIn() {
            return this == PAYMENT || this == DEPOSIT;
        }
    }

    /** What comes is above zero, what goes below. */
    public Taking {
        if (amount.isZero() || amount.isNegative() == kind.isIn()) {
            throw new IllegalArgumentException(kind + " of " + amount + ": " + document);
        }
    }

    /**
     * A payment that was accepted.
     *
     * @param payment which
     * @return it came
     */
    public static Taking of(Payment payment) {
        return new Taking(Kind.PAYMENT, payment.id().value(), payment.method(), payment.amount());
    }

    /**
     * A payment that is reversed.
     *
     * @param payment which
     * @return it went
     */
    public static Taking reversed(Payment payment) {
        return new Taking(
                Kind.PAYMENT_REVERSED,
                payment.id().value(),
                payment.method(),
                payment.amount().negated());
    }

    boolean isTwin(Taking other) {
        return kind == other.kind && document.equals(other.document);
    }
}
