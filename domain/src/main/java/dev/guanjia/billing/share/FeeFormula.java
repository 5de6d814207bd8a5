package dev.guanjia.billing.share;

import dev.guanjia.billing.FormulaTerm;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.formula.CheckedFormula;
import dev.guanjia.formula.FormulaText;
import dev.guanjia.formula.Issue;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A formula that somebody typed for a fee, and that holds: {@code T/F*R}. What a unit pays is the
 * formula times the price, unless the formula names the price itself.
 *
 * @param text as it was typed
 * @param formula as it is computed, of the ids of {@link FeeNames}
 * @param price the id under which the formula names the price; null when it does not
 */
public record FeeFormula(String text, CheckedFormula formula, @Nullable String price) {

    /** No unit pays this much, in major units of any currency. */
    public static final Rational LIMIT = Rational.of(1_000_000_000_000L, 1);

    /**
     * Reads what somebody typed, and rules on it.
     *
     * @param text the formula; a full-width bracket is read as its half-width twin
     * @param names what it may name
     * @return {@link FormulaRuling.Verdict#ACCEPTED}; or {@link FormulaRuling.Verdict#WARNED} with
     *     {@link ShareRefusal#FORMULA_CONSTANT}; or {@link FormulaRuling.Verdict#REFUSED} with
     *     every fault of shape and of names, see {@link dev.guanjia.formula.FormulaRefusal}, or,
     *     when there is none, of units
     */
    public static FormulaRuling read(String text, FeeNames names) {
        return FormulaText.parse(text, names.idsByWord())
                .fold(typed -> checked(typed, names), FormulaRuling::refused);
    }

    /**
     * The formula as a bill has it, before the price is known.
     *
     * @param values the value of each name by its id, the price aside; the floor area only where it
     *     is not to be taken from the unit's history
     * @return what it says for one unit
     */
    public FormulaTerm term(Map<String, Rational> values) {
        boolean byDay = !values.containsKey(FeeNames.UNIT_AREA);
        return new FormulaTerm(
                formula,
                price,
                byDay && formula.measures().contains(FeeNames.UNIT_AREA)
                        ? FeeNames.UNIT_AREA
                        : null,
                new TreeMap<>(values));
    }

    /**
     * What a unit pays, with all that proves it.
     *
     * @param values the value of each name by its id, the price aside
     * @param price major units per whatever the formula counts
     * @param currency what the price is in
     * @param rounding how the exact amount becomes coins, once
     * @return the amount; or what {@link CheckedFormula#evaluate} refuses, {@link
     *     ShareRefusal#FORMULA_NEGATIVE}, {@link ShareRefusal#FORMULA_TOO_LARGE}
     */
    public Decision<FormulaAmount> amount(
            Map<String, Rational> values,
            Rational price,
            Currency currency,
            RoundingPolicy rounding) {
        SortedMap<String, Rational> used = new TreeMap<>(values);
        used.keySet().retainAll(formula.measures());
        return exact(used, price)
                .fold(
                        exact ->
                                Decision.accept(
                                        new FormulaAmount(
                                                this,
                                                used,
                                                price,
                                                rounding,
                                                rounding.round(exact, currency))),
                        Decision::<FormulaAmount>refuse);
    }

    /** The formula times the price before rounding, in major units, zero or more. */
    Decision<Rational> exact(Map<String, Rational> values, Rational unitPrice) {
        Map<String, Rational> all = new TreeMap<>(values);
        if (price != null) {
            all.put(price, unitPrice);
        }
        Rational factor = price == null ? unitPrice : Rational.ONE;
        return formula.evaluate(all)
                .fold(value -> bounded(value.times(factor)), Decision::<Rational>refuse);
    }

    private static FormulaRuling checked(FormulaText typed, FeeNames names) {
        return typed.check(new TreeSet<>(names.unitsById().keySet()))
                .fold(formula -> ruled(typed, formula, names), FormulaRuling::refused);
    }

    private static FormulaRuling ruled(FormulaText typed, CheckedFormula formula, FeeNames names) {
        String price = names.price().filter(name -> formula.measures().contains(name)).orElse(null);
        FeeFormula whole = new FeeFormula(typed.toString(), formula, price);
        List<Issue> issues = UnitCheck.issues(typed, names.unitsById(), price != null);
        if (!issues.isEmpty()) {
            return FormulaRuling.refused(issues);
        }
        return formula.measures().isEmpty()
                ? FormulaRuling.warned(whole, new Issue(constant(), typed.start()))
                : FormulaRuling.accepted(whole);
    }

    private static Refusal constant() {
        return ShareRefusal.FORMULA_CONSTANT.because();
    }

    private Decision<Rational> bounded(Rational amount) {
        if (amount.signum() < 0) {
            return Decision.refuse(List.of(fault(ShareRefusal.FORMULA_NEGATIVE, amount)));
        }
        return amount.compareTo(LIMIT) > 0
                ? Decision.refuse(List.of(fault(ShareRefusal.FORMULA_TOO_LARGE, amount)))
                : Decision.accept(amount);
    }

    private Refusal fault(ShareRefusal code, Rational amount) {
        return code == ShareRefusal.FORMULA_NEGATIVE
                ? code.because("formula", text, "amount", amount.toString())
                : code.because(
                        "formula", text, "amount", amount.toString(), "limit", LIMIT.toString());
    }
}
