package dev.guanjia.billing.share;

import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a unit pays by a formula, with all that proves it.
 *
 * @param formula what was computed
 * @param values the value of each name it uses, by id, the price aside
 * @param price major units per whatever the formula counts
 * @param rounding how the exact amount became coins, once
 * @param amount what the unit pays
 */
public record FormulaAmount(
        FeeFormula formula,
        SortedMap<String, Rational> values,
        Rational price,
        RoundingPolicy rounding,
        Money amount) {

    /** The values give the amount again. */
    public FormulaAmount {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        Money again = rounding.round(exact(formula, values, price), amount.currency());
        if (!again.equals(amount)) {
            throw new IllegalArgumentException(formula.text() + " is " + again + ": " + amount);
        }
    }

    /**
     * The amount before rounding.
     *
     * @return formula x price, or the formula when it names the price, in major units
     */
    public Rational exact() {
        return exact(formula, values, price);
    }

    private static Rational exact(
            FeeFormula formula, SortedMap<String, Rational> values, Rational price) {
        return formula.exact(values, price)
                .fold(
                        exact -> exact,
                        reasons -> {
                            throw new IllegalArgumentException(reasons.toString());
                        });
    }
}
