package dev.guanjia.billing.tariff;

import dev.guanjia.money.Money;

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
     * What comes on top of an earlier part.
     *
     * @param earlier a part of this amount
     * @return the rest, part by part
     */
    public Taxed minus(Taxed earlier) {
        return new Taxed(net.minus(earlier.net), tax.minus(earlier.tax));
    }
}
