package dev.guanjia.billing.settlement;

import dev.guanjia.money.Money;
import java.util.List;
import java.util.Map;

/**
 * A payment was undone; it stays on record, and its receipt is voided.
 *
 * @param before how it stood
 * @param reversal why
 */
public record PaymentReversed(SettledPayment before, PaymentReversal reversal) {

    /**
     * The charges that are open again.
     *
     * @return what the payment had settled
     */
    public List<Allocation> reopened() {
        return before.standing();
    }

    /**
     * What was kept for charges to come and is no longer.
     *
     * @return zero or more
     */
    public Money prepayment() {
        return before.left();
    }

    /**
     * How the payment stands now.
     *
     * @return nothing of it settles a charge
     */
    public SettledPayment after() {
        return new SettledPayment(
                before.taken(), List.of(), before.refunded(), Map.of(), reversal.on(), reversal);
    }
}
