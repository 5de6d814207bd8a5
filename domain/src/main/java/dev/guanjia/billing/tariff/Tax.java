package dev.guanjia.billing.tariff;

import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;

/**
 * The value-added tax of a price (增值税). The rate is a row of the company: none is invented.
 *
 * @param kind whether the price has it in it
 * @param rate a ratio, 6 % is 3/50; zero for {@link Kind#NONE}
 */
public record Tax(Kind kind, Rational rate) {

    /** No tax. */
    public static final Tax NONE = new Tax(Kind.NONE, Rational.ZERO);

    /** Where the tax stands. */
    public enum Kind {
        /** There is none. */
        NONE,
        /** In the price: the tax is cut out of it. */
        INCLUSIVE,
        /** On top of the price. */
        EXCLUSIVE
    }

    /** A rate is zero to one, and none is zero. */
    public Tax {
        boolean none = kind == Kind.NONE;
        if (rate.signum() < 0 || rate.compareTo(Rational.ONE) > 0 || none != (rate.signum() == 0)) {
            throw new IllegalArgumentException(kind + " tax of " + rate);
        }
    }

    /**
     * Adds the tax to an amount, or cuts it out; rounded once, to the smallest coin there is,
     * whatever coin the price is rounded to: what is due to the tax office is no matter of taste.
     *
     * @param priced what the price came to, rounded, zero or more
     * @param rounding whose mode the tax is rounded by
     * @return net and tax, which add up to what is owed
     */
    public Taxed on(Money priced, RoundingPolicy rounding) {
        return switch (kind) {
            case NONE -> new Taxed(priced, Money.zero(priced.currency()));
            case EXCLUSIVE -> new Taxed(priced, tax(priced, rate, rounding));
            case INCLUSIVE -> within(priced, rounding);
        };
    }

    /**
     * What is owed of a price, before anything is rounded.
     *
     * @param priced what the price came to, exact
     * @return with the tax, which is in the price already or comes on top of it
     */
    public Rational owed(Rational priced) {
        return kind == Kind.EXCLUSIVE ? priced.times(Rational.ONE.plus(rate)) : priced;
    }

    /**
     * Cuts the tax out of what is owed, wherever it stood in the price.
     *
     * @param owed with tax, rounded, zero or more
     * @param rounding whose mode the tax is rounded by
     * @return net and tax, which add up to what is owed; the tax in the smallest coin there is
     */
    public Taxed within(Money owed, RoundingPolicy rounding) {
        Money tax = tax(owed, rate.over(Rational.ONE.plus(rate)), rounding);
        return new Taxed(owed.minus(tax), tax);
    }

    private static Money tax(Money base, Rational ratio, RoundingPolicy rounding) {
        return rounding.finest(base.currency())
                .round(base.toRational().times(ratio), base.currency());
    }
}
