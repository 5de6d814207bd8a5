package dev.guanjia.quality;

import dev.guanjia.formula.CheckedFormula;
import java.util.List;

/**
 * How an objective is worked out (质量目标计算方法).
 *
 * @param formula divides at most once, as its last operation, so that months can be pooled
 * @param display how the value is shown
 * @param evidence the records that prove it, at least one
 */
public record Method(CheckedFormula formula, Display display, List<String> evidence) {

    /** Rejects a division inside a division, and a method without evidence. */
    public Method {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("method names no evidence: " + formula);
        }
        boolean dividesInside =
                formula.split()
                        .map(parts -> divides(parts.numerator()) || divides(parts.denominator()))
                        .orElseGet(() -> divides(formula));
        if (dividesInside) {
            throw new IllegalArgumentException(
                    "an objective divides at most once, at the end: " + formula);
        }
    }

    private static boolean divides(CheckedFormula formula) {
        return formula.formula().accept(Division.FINDER);
    }
}
