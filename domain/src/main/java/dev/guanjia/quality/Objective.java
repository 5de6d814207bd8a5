package dev.guanjia.quality;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.catalogue.Label;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.formula.CheckedFormula;
import dev.guanjia.money.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A measurable quality objective (质量目标). Source: requirements 04.
 *
 * @param id its key
 * @param label its name in both languages
 * @param department who answers for it
 * @param method how it is worked out
 * @param goal what is wanted
 * @param from first day it holds
 * @param source where it stands
 */
public record Objective(
        ObjectiveId id,
        Label label,
        String department,
        Method method,
        Goal goal,
        LocalDate from,
        String source) {

    /**
     * Works the objective out for a period.
     *
     * @param period a month or a survey round
     * @param measures at least every measure of the formula
     * @return numerator, denominator and verdict
     * @throws IllegalArgumentException if a measure is missing: unknown is not zero
     */
    public ObjectiveResult evaluate(DateRange period, Measures measures) {
        Optional<CheckedFormula.Fraction> parts = method.formula().split();
        return new ObjectiveResult(
                this,
                period,
                value(parts.map(CheckedFormula.Fraction::numerator), measures),
                parts.isPresent()
                        ? value(parts.map(CheckedFormula.Fraction::denominator), measures)
                        : Rational.ONE);
    }

    /**
     * Pools the results of several periods: numerators and denominators are added up, percentages
     * are never averaged. Periods with nothing to measure take no part. Source: requirements 04
     * section 7 notes 3 and 6.
     *
     * @param period the whole, e.g. a quarter
     * @param results of this objective, in any order
     * @return the result of the whole
     * @throws IllegalArgumentException if a result belongs to another objective
     */
    public ObjectiveResult pool(DateRange period, List<ObjectiveResult> results) {
        Rational numerator = Rational.ZERO;
        Rational denominator = Rational.ZERO;
        for (ObjectiveResult result : results) {
            if (!result.objective().id().equals(id)) {
                throw new IllegalArgumentException(
                        "result of " + result.objective().id() + " pooled into " + id);
            }
            if (result.verdict() != Verdict.NOT_APPLICABLE) {
                numerator = numerator.plus(result.numerator());
                denominator = denominator.plus(result.denominator());
            }
        }
        return new ObjectiveResult(this, period, numerator, denominator);
    }

    private Rational value(Optional<CheckedFormula> part, Measures measures) {
        return part.orElse(method.formula())
                .evaluate(measures.values())
                .fold(
                        value -> value,
                        reasons -> {
                            throw new IllegalArgumentException(
                                    id + ": " + Wording.of(reasons.get(0), Language.EN));
                        });
    }
}
