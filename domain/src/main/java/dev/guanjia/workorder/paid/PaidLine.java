package dev.guanjia.workorder.paid;

import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import java.math.RoundingMode;
import java.util.List;

/**
 * One line of a quote, or of the work as it was done.
 *
 * @param item what
 * @param quantity how many units, exact, more than zero
 * @param price of one unit on the day of the quote
 */
public record PaidLine(PriceItem item, Rational quantity, Money price) {

    /** The one rounding of paid work: each line to the minor unit, half up; totals are exact. */
    public static final RoundingMode ROUNDING = RoundingMode.HALF_UP;

    /** A line is for something. */
    public PaidLine {
        if (quantity.signum() <= 0 || price.isNegative()) {
            throw new IllegalArgumentException(
                    item.id() + " x " + quantity + " at " + price + " is no line");
        }
    }

    /**
     * What the line costs.
     *
     * @return quantity x price, rounded once to the minor unit by {@link #ROUNDING}
     */
    public Money amount() {
        return price.times(quantity, ROUNDING);
    }

    /**
     * Adds lines.
     *
     * @param lines at least one, in one currency
     * @return the sum of their amounts, exact
     * @throws IllegalArgumentException if there is none, or currencies differ
     */
    public static Money total(List<PaidLine> lines) {
        return lines.stream()
                .map(PaidLine::amount)
                .reduce(Money::plus)
                .orElseThrow(() -> new IllegalArgumentException("no lines"));
    }
}
