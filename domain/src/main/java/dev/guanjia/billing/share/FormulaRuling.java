package dev.guanjia.billing.share;

import dev.guanjia.formula.Issue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What we say to a formula that somebody typed.
 *
 * @param verdict whether it holds
 * @param read the formula; null when it is refused
 * @param issues what is to be said about it and where, in the order of the text; none when it is
 *     accepted
 */
public record FormulaRuling(Verdict verdict, @Nullable FeeFormula read, List<Issue> issues) {

    /** Whether a formula holds. */
    public enum Verdict {
        /** It can be used. */
        ACCEPTED,
        /** It can be used, and is hardly what was meant. */
        WARNED,
        /** It cannot be used. */
        REFUSED
    }

    /** A formula that is refused is none, and what is not accepted is explained. */
    public FormulaRuling {
        issues = List.copyOf(issues);
        if ((verdict == Verdict.REFUSED) != (read == null)
                || (verdict == Verdict.ACCEPTED) != issues.isEmpty()) {
            throw new IllegalArgumentException(verdict + " for " + read + ": " + issues);
        }
    }

    /**
     * The formula.
     *
     * @return what was read, or empty when it is refused
     */
    public Optional<FeeFormula> formula() {
        return Optional.ofNullable(read);
    }

    static FormulaRuling accepted(FeeFormula formula) {
        return new FormulaRuling(Verdict.ACCEPTED, formula, List.of());
    }

    static FormulaRuling warned(FeeFormula formula, Issue issue) {
        return new FormulaRuling(Verdict.WARNED, formula, List.of(issue));
    }

    static FormulaRuling refused(List<Issue> issues) {
        return new FormulaRuling(Verdict.REFUSED, null, issues);
    }
}
