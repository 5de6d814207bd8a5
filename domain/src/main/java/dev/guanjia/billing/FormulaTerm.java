package dev.guanjia.billing;

import dev.guanjia.billing.tariff.Pricing;
import dev.guanjia.billing.tariff.Rate;
import dev.guanjia.formula.CheckedFormula;
import dev.guanjia.money.Rational;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a formula says for one unit, before the price is known.
 *
 * @param formula what is computed
 * @param price the name under which the formula has the price in it; null when what it gives is
 *     multiplied by the price
 * @param area the name under which it has the floor area, which may change from day to day; null
 *     when it does not name it
 * @param values the value of every other name
 */
public record FormulaTerm(
        CheckedFormula formula,
        @Nullable String price,
        @Nullable String area,
        SortedMap<String, Rational> values) {

    /** Copies. */
    public FormulaTerm {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** The quantity that a price makes of it; empty where a value is missing or none can be had. */
    Optional<Quantity.Formula> at(Pricing pricing, Rational floor) {
        SortedMap<String, Rational> all = new TreeMap<>(values);
        if (area != null) {
            all.put(area, floor);
        }
        if (price != null) {
            rate(pricing).ifPresent(rate -> all.put(price, rate));
        }
        return Quantity.Formula.of(formula, all);
    }

    /** What the quantity is still to be priced with. */
    Pricing pricing(Pricing tariff) {
        return price == null ? tariff : new Rate(Rational.ONE);
    }

    private static Optional<Rational> rate(Pricing pricing) {
        return pricing.fold(rate -> Optional.of(rate.price()), slabs -> Optional.empty());
    }
}
