package dev.guanjia.billing.dunning;

import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step is judged by.
 *
 * @param asOf the business day of the step
 * @param late what the payer owes that is overdue, or would be if it were not put off
 * @param payments of the payer, in any order
 * @param promised what is promised with this step; null if nothing is
 */
public record StepFacts(
        LocalDate asOf, Money late, List<Promise.Paid> payments, @Nullable Promise promised) {

    /** Keeps the payments. */
    public StepFacts {
        payments = List.copyOf(payments);
    }
}
