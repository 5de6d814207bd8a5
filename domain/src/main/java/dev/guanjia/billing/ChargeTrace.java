package dev.guanjia.billing;

import dev.guanjia.billing.tariff.Tax;
import dev.guanjia.billing.tariff.Taxed;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;
import java.util.Currency;
import java.util.List;

/**
 * How a charge came to its amount, complete enough to come to it again.
 *
 * <p>A charge for part of a period is what the period comes to with it, rounded, less what it came
 * to without it, rounded: so the parts of a period always add up to what the whole would have cost.
 * A charge that is the first of its period is simply rounded once.
 *
 * @param segments what it is made of, one or more, by day
 * @param before what was charged for other days of the same period before, in major units, exact;
 *     zero for a whole period
 * @param rounding how the exact figure becomes coins
 * @param tax what the price says of value-added tax
 * @param currency what the amount is in
 */
public record ChargeTrace(
        List<ChargeSegment> segments,
        Rational before,
        RoundingPolicy rounding,
        Tax tax,
        Currency currency) {

    /** A charge is made of something. */
    public ChargeTrace {
        segments = List.copyOf(segments);
        if (segments.isEmpty() || before.signum() < 0) {
            throw new IllegalArgumentException(segments + " after " + before);
        }
    }

    /**
     * A trace of one stretch that is the first of its period, rounded as usual and without tax.
     *
     * @param segment all there is
     * @param currency what the amount is in
     * @return the trace
     */
    public static ChargeTrace of(ChargeSegment segment, Currency currency) {
        return new ChargeTrace(
                List.of(segment), Rational.ZERO, RoundingPolicy.STANDARD, Tax.NONE, currency);
    }

    /**
     * What it is for before rounding and tax.
     *
     * @return the sum of the segments in major units, exact
     */
    public Rational exact() {
        return segments.stream().map(ChargeSegment::exact).reduce(Rational.ZERO, Rational::plus);
    }

    /**
     * Calculates the amount, now as then: the only rounding of a charge.
     *
     * @return net and tax; what is owed is their sum
     */
    public Taxed recompute() {
        Taxed with = rounded(before.plus(exact()));
        return before.signum() == 0 ? with : with.minus(rounded(before));
    }

    private Taxed rounded(Rational exact) {
        return tax.on(rounding.round(exact, currency), rounding);
    }
}
