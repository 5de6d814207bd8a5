package dev.guanjia.quality;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.money.Rational;
import java.util.Optional;

/**
 * What an objective came to in a period. Verdict and shown text are both worked out from the exact
 * fraction, each for itself, so that rounding never changes a verdict.
 *
 * @param objective what was measured
 * @param period when
 * @param numerator above the stroke, in the unit of its measures, with a finite decimal form
 * @param denominator below the stroke, zero or more, with a finite decimal form; a plain count has
 *     1
 */
public record ObjectiveResult(
        Objective objective, DateRange period, Rational numerator, Rational denominator) {

    /** Rejects a denominator below zero: measures count or add up, they are never owed. */
    public ObjectiveResult {
        if (denominator.signum() < 0) {
            throw new IllegalArgumentException(
                    objective.id() + ": denominator below zero: " + denominator);
        }
    }

    /**
     * Whether the objective was met.
     *
     * @return the verdict; not applicable exactly when the denominator is zero
     */
    public Verdict verdict() {
        return value().map(objective.goal()::judge).orElse(Verdict.NOT_APPLICABLE);
    }

    /**
     * The exact value.
     *
     * @return numerator over denominator, or empty when there was nothing to measure
     */
    public Optional<Rational> value() {
        return denominator.signum() == 0
                ? Optional.empty()
                : Optional.of(numerator.over(denominator));
    }

    /**
     * The value as people read it.
     *
     * @return two decimals, half up, in percent where the objective says so; or empty
     */
    public Optional<String> text() {
        return value().map(objective.method().display()::text);
    }

    /**
     * The fraction as it was counted, not reduced.
     *
     * @return e.g. {@code 949999.99/1000000}
     */
    public String fraction() {
        return numerator.decimalText() + "/" + denominator.decimalText();
    }
}
