package dev.guanjia.billing;

import dev.guanjia.billing.tariff.Tax;
import dev.guanjia.billing.tariff.Taxed;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a charge came to its amount, complete enough to come to it again.
 *
 * <p>A charge for part of a period is what the period has cost at its end, rounded, less what it
 * had cost at its start, rounded: so the parts of a period always add up to what the whole would
 * have cost. A charge that is the first of its period is simply rounded once. Where the terms round
 * the total of a bill, a line is a coin more or not, as {@code cut} says.
 *
 * @param segments what it is made of, one or more, by day
 * @param before what the earlier days of the same period cost, in major units, exact; zero for a
 *     whole period
 * @param rounding how the exact figure becomes coins
 * @param tax what the price says of value-added tax
 * @param currency what the amount is in
 * @param cut how the bill's total was cut, where that is what is rounded
 * @param charged what the earlier days were charged, where that is not what they cost, rounded, as
 *     after reversals; without tax
 */
public record ChargeTrace(
        List<ChargeSegment> segments,
        Rational before,
        RoundingPolicy rounding,
        Tax tax,
        Currency currency,
        Cut cut,
        @Nullable Money charged) {

    /** What a line gets where the total of a bill is rounded. */
    public enum Cut {
        /** The line is rounded by itself. */
        NONE,
        /** Its whole coins. */
        WHOLE_COINS,
        /** Its whole coins and one more. */
        COIN_MORE
    }

    /** A charge is made of something. */
    public ChargeTrace {
        segments = List.copyOf(segments);
        if (segments.isEmpty() || before.signum() < 0) {
            throw new IllegalArgumentException(segments + " after " + before);
        }
        if (cut != Cut.NONE && before.signum() != 0) {
            throw new IllegalArgumentException("a part of a period is not cut: " + segments);
        }
        if (charged != null && !(cut == Cut.NONE && tax.equals(Tax.NONE))) {
            throw new IllegalArgumentException("cut or taxed after " + charged + ": " + segments);
        }
    }

    /**
     * A line that is rounded by itself.
     *
     * @param segments what it is made of
     * @param before what the earlier days of the same period cost
     * @param rounding how the exact figure becomes coins
     * @param tax what the price says of value-added tax
     * @param currency what the amount is in
     */
    public ChargeTrace(
            List<ChargeSegment> segments,
            Rational before,
            RoundingPolicy rounding,
            Tax tax,
            Currency currency) {
        this(segments, before, rounding, tax, currency, Cut.NONE, null);
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
                List.of(segment),
                Rational.ZERO,
                RoundingPolicy.standard(currency),
                Tax.NONE,
                currency);
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
        if (cut != Cut.NONE) {
            Money coins = rounding.wholeCoins(owed(), currency);
            Money owed = cut == Cut.COIN_MORE ? coins.plus(rounding.coin(currency)) : coins;
            return tax.within(owed, rounding);
        }
        Taxed with = rounded(before.plus(exact()));
        if (charged != null) {
            return with.minus(tax.on(charged, rounding));
        }
        return before.signum() == 0 ? with : with.minus(rounded(before));
    }

    /** What is owed with tax, before rounding. */
    Rational owed() {
        return tax.owed(exact());
    }

    /** The same, cut to an amount owed that is its whole coins or one more. */
    ChargeTrace cutTo(Money amount) {
        boolean isWhole = amount.equals(rounding.wholeCoins(owed(), currency));
        Cut how = isWhole ? Cut.WHOLE_COINS : Cut.COIN_MORE;
        return new ChargeTrace(segments, before, rounding, tax, currency, how, null);
    }

    private Taxed rounded(Rational exact) {
        return tax.on(rounding.round(exact, currency), rounding);
    }
}
