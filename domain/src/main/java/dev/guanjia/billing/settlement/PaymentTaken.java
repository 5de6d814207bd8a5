package dev.guanjia.billing.settlement;

import dev.guanjia.money.Money;
import java.util.List;

/**
 * A payment was accepted.
 *
 * @param payment the money
 * @param allocations which charges it settles, in the order of the payment
 * @param prepayment what is left for charges to come, zero or more
 */
public record PaymentTaken(Payment payment, List<Allocation> allocations, Money prepayment) {

    /** Every coin is either allocated or kept as prepayment. */
    public PaymentTaken {
        allocations = List.copyOf(allocations);
        Money sum = allocations.stream().map(Allocation::amount).reduce(prepayment, Money::plus);
        if (!sum.equals(payment.amount()) || prepayment.isNegative() || !sum.isPositive()) {
            throw new IllegalArgumentException(
                    "payment of "
                            + payment.amount()
                            + " shared out as "
                            + sum
                            + ", prepayment "
                            + prepayment);
        }
    }

    /**
     * What settles charges.
     *
     * @return the sum of the allocations
     */
    public Money allocated() {
        return payment.amount().minus(prepayment);
    }
}
