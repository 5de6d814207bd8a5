package dev.guanjia.organisation.segregation;

import java.time.LocalDate;
import java.util.List;

/**
 * Where a company stands on a day: who combines what, and which overrides there are.
 *
 * @param day the day
 * @param violations everything one person combines, by person and rule
 * @param live the overrides that hold on the day, earliest first
 * @param expired the overrides that ended before it, earliest first
 */
public record SegregationReport(
        LocalDate day,
        List<Violation> violations,
        List<RuleOverride> live,
        List<RuleOverride> expired) {

    /** Copies the lists. */
    public SegregationReport {
        violations = List.copyOf(violations);
        live = List.copyOf(live);
        expired = List.copyOf(expired);
    }

    /**
     * The violations of one standing.
     *
     * @param standing which
     * @return in the order of the report
     */
    public List<Violation> of(Violation.Standing standing) {
        return violations.stream().filter(row -> row.standing() == standing).toList();
    }
}
