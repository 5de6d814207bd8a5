package dev.guanjia.billing.tariff;

import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.money.RoundingPolicy;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a price is applied.
 *
 * @param cycle how much one bill covers, unless the household agreed otherwise
 * @param timing before or after the service
 * @param proration what a part of a period costs
 * @param rounding how exact figures become coins
 * @param tax what the price says of value-added tax
 * @param discounts in the order they are taken off, one per reason
 * @param formula what the price is multiplied by, as it was typed, for a fee that is charged by a
 *     formula; null for every other
 */
public record Terms(
        Cycle cycle,
        Timing timing,
        Proration proration,
        RoundingPolicy rounding,
        Tax tax,
        List<Discount> discounts,
        @Nullable String formula) {

    /** Monthly, after the service, by the days of the month, half up to the fen, no tax. */
    public static final Terms STANDARD =
            new Terms(
                    Cycle.MONTH,
                    Timing.ARREARS,
                    Proration.ACTUAL_DAYS_OF_MONTH,
                    RoundingPolicy.STANDARD,
                    Tax.NONE,
                    List.of());

    /** A reason takes off once. */
    public Terms {
        discounts = List.copyOf(discounts);
        if (discounts.stream().map(Discount::reason).distinct().count() < discounts.size()) {
            throw new IllegalArgumentException("a reason takes off once: " + discounts);
        }
        if (formula != null && formula.isBlank()) {
            throw new IllegalArgumentException("a formula says something");
        }
    }

    /**
     * The terms of a fee that is not charged by a formula.
     *
     * @param cycle how much one bill covers
     * @param timing before or after the service
     * @param proration what a part of a period costs
     * @param rounding how exact figures become coins
     * @param tax what the price says of value-added tax
     * @param discounts in the order they are taken off
     */
    public Terms(
            Cycle cycle,
            Timing timing,
            Proration proration,
            RoundingPolicy rounding,
            Tax tax,
            List<Discount> discounts) {
        this(cycle, timing, proration, rounding, tax, discounts, null);
    }

    /**
     * The same terms for a fee that is charged by a formula.
     *
     * @param typed as it was typed, not blank; that it holds is checked elsewhere
     * @return the terms with it
     */
    public Terms by(String typed) {
        return new Terms(cycle, timing, proration, rounding, tax, discounts, typed);
    }

    /**
     * The discounts that somebody may have.
     *
     * @param reasons what is true of them
     * @return those of the tariff that apply, in their order
     */
    public List<Discount> discounts(Set<Discount.Reason> reasons) {
        return discounts.stream().filter(discount -> reasons.contains(discount.reason())).toList();
    }

    /** Whether the same days make a period, are billed in the same month and are cut alike. */
    boolean isBilledLike(Terms other) {
        return cycle == other.cycle && timing == other.timing && proration == other.proration;
    }

    /**
     * What the run of a month bills.
     *
     * @param month the month of the run
     * @return the period that starts, or ends, in it; empty in the months between
     */
    public Optional<ServicePeriod> billedIn(YearMonth month) {
        return cycle.billedIn(month, timing);
    }
}
