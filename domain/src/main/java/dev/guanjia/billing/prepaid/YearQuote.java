package dev.guanjia.billing.prepaid;

import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.decision.Decision;
import dev.guanjia.money.Money;
import dev.guanjia.property.Payer;
import java.util.List;
import java.util.function.Function;

/**
 * What a year costs when it is paid ahead, by the prices known when it is asked for.
 *
 * @param year which fee and days
 * @param payer who owes all of it
 * @param months what each run charges, by month; one or more
 */
public record YearQuote(PrepaidYear year, Payer payer, List<MonthCost> months) {

    /**
     * What the run of one month charges.
     *
     * @param month the month of the run
     * @param full without the discount for the prepaid year
     * @param reduced with it, at most the same
     */
    public record MonthCost(ServicePeriod month, Money full, Money reduced) {}

    /** Something is charged. */
    public YearQuote {
        months = List.copyOf(months);
        if (months.isEmpty()) {
            throw new IllegalArgumentException("nothing is charged in " + year);
        }
    }

    /**
     * What the year costs without the discount for paying ahead.
     *
     * @return the sum of the months, each with its tax, rounded as its charge is
     */
    public Money full() {
        return sum(MonthCost::full);
    }

    /**
     * What the year costs when it is paid ahead.
     *
     * @return the sum of the months, each with its tax, rounded as its charge is
     */
    public Money reduced() {
        return sum(MonthCost::reduced);
    }

    private Money sum(Function<MonthCost, Money> part) {
        return months.stream().map(part).reduce(Money::plus).orElseThrow();
    }

    /**
     * Decides whether an amount pays for the year.
     *
     * @param amount in the currency of the quote
     * @return the amount; or {@link PrepaidRefusal#PREPAID_YEAR_AMOUNT} when it is more or less
     */
    public Decision<Money> pay(Money amount) {
        return amount.equals(reduced())
                ? Decision.accept(amount)
                : Decision.refuse(
                        List.of(
                                PrepaidRefusal.PREPAID_YEAR_AMOUNT.because(
                                        "amount", amount.toString(),
                                        "cost", reduced().toString())));
    }
}
