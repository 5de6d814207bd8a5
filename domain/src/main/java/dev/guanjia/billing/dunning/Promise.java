package dev.guanjia.billing.dunning;

import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * A promise to pay.
 *
 * @param madeOn the day it was made
 * @param by the last day on which it can be kept, not before {@code madeOn}
 * @param amount how much, more than zero
 */
public record Promise(LocalDate madeOn, LocalDate by, Money amount) {

    /** How a promise stands. */
    public enum Standing {
        /** Its day is not over. */
        PENDING,
        /** It was paid in time. */
        KEPT,
        /** Its day is over and it was not paid in full. */
        BROKEN
    }

    /**
     * Money that came in.
     *
     * @param on the business day
     * @param amount how much; negative if it was paid back
     */
    public record Paid(LocalDate on, Money amount) {}

    /** A promise is of something, and lies ahead. */
    public Promise {
        if (!amount.isPositive() || by.isBefore(madeOn)) {
            throw new IllegalArgumentException(amount + " by " + by + ", promised " + madeOn);
        }
    }

    /**
     * How it stands.
     *
     * @param asOf the day; later payments do not count
     * @param payments of the debtor, in any order
     * @return kept once the payments from the day it was made to the promised day, both included,
     *     reach the amount
     */
    public Standing standing(LocalDate asOf, List<Paid> payments) {
        LocalDate last = asOf.isBefore(by) ? asOf : by;
        Money paid =
                payments.stream()
                        .filter(payment -> !payment.on().isBefore(madeOn))
                        .filter(payment -> !payment.on().isAfter(last))
                        .map(Paid::amount)
                        .reduce(Money.zero(amount.currency()), Money::plus);
        if (paid.compareTo(amount) >= 0) {
            return Standing.KEPT;
        }
        return asOf.isAfter(by) ? Standing.BROKEN : Standing.PENDING;
    }
}
