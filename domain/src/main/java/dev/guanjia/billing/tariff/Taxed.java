package dev.guanjia.billing.tariff;

import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;

/**
 * An amount and its tax.
 *
 * @param net without tax
 * @param tax in the same currency
 */
public record Taxed(Money net, Money tax) {

    /** One currency. */
    public Taxed {
        net.plus(tax);
    }

    /**
     * What is owed.
     *
     * @return net and tax
     */
    public Money gross() {
        return net.plus(tax);
    }

    /**
     * How much of a part of this amount is tax: in proportion, rounded half up to the smallest coin
     * together with the parts before it. So the taxes of parts that make up the whole add up to its
     * tax, and those of fewer never exceed it.
     *
     * @param before the sum of the parts before it, zero or more
     * @param part the part, zero or more
     * @return its tax, zero or more
     * @throws IllegalArgumentException if there is less than that
     */
    public Money taxOf(Money before, Money part) {
        return share(before.plus(part)).minus(share(before));
    }

    private Money share(Money part) {
        if (part.isNegative() || part.compareTo(gross()) > 0) {
            throw new IllegalArgumentException(part + " of " + gross());
        }
        if (part.isZero()) {
            return part;
        }
        Rational ratio = tax.toRational().over(gross().toRational());
        return RoundingPolicy.standard(tax.currency())
                .round(part.toRational().times(ratio), tax.currency());
    }

    /**
     * What comes on top of an earlier part.
     *
     * @param earlier a part of this amount
     * @return the rest, part by part
     */
    public Taxed minus(Taxed earlier) {
        return new Taxed(net.minus(earlier.net), tax.minus(earlier.tax));
    }
}
