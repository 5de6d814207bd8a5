package dev.guanjia.formula;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A formula all of whose names are measures that exist: the only one that can be evaluated. */
public final class CheckedFormula {

    private final Formula formula;
    private final SortedSet<String> measures;

    CheckedFormula(Formula formula) {
        this.formula = formula;
        SortedSet<String> names = new TreeSet<>();
        formula.accept(new Names(names));
        this.measures = Collections.unmodifiableSortedSet(names);
    }

    /**
     * Both parts of a formula that is a fraction as a whole.
     *
     * @param numerator above the stroke
     * @param denominator below it
     */
    public record Fraction(CheckedFormula numerator, CheckedFormula denominator) {}

    /**
     * The third phase: computes.
     *
     * @param values a value for every measure the formula uses
     * @return the exact result; or {@link FormulaRefusal#MEASURE_MISSING} for every measure without
     *     a value, for unknown is not zero; or {@link FormulaRefusal#DIVISION_BY_ZERO}
     */
    public Decision<Rational> evaluate(Map<String, Rational> values) {
        List<Refusal> missing = new ArrayList<>();
        for (String measure : measures) {
            if (!values.containsKey(measure)) {
                missing.add(FormulaRefusal.MEASURE_MISSING.with(Issues.fact("measure", measure)));
            }
        }
        return missing.isEmpty()
                ? formula.accept(new Evaluation(values))
                : Decision.refuse(missing);
    }

    /**
     * Takes a fraction apart.
     *
     * @return numerator and denominator, or empty when the last operation is no division
     */
    public Optional<Fraction> split() {
        if (formula instanceof Formula.Binary whole && whole.operator() == Operator.OVER) {
            return Optional.of(
                    new Fraction(
                            new CheckedFormula(whole.left()), new CheckedFormula(whole.right())));
        }
        return Optional.empty();
    }

    /**
     * The names it uses.
     *
     * @return in alphabetical order
     */
    public SortedSet<String> measures() {
        return measures;
    }

    /**
     * The tree.
     *
     * @return its root
     */
    public Formula formula() {
        return formula;
    }

    /** As {@link Formula#print} writes it. */
    @Override
    public String toString() {
        return formula.print();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CheckedFormula that && formula.equals(that.formula);
    }

    @Override
    public int hashCode() {
        return formula.hashCode();
    }
}
