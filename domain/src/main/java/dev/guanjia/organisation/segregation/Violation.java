package dev.guanjia.organisation.segregation;

import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * That a person combines what a rule keeps apart.
 *
 * @param staff the person
 * @param pair the pair and its rule
 * @param since the first day on which the person had both
 * @param standing what that means on the day of the report
 * @param override the live override, or for a breach the one that ended last
 */
public record Violation(
        StaffId staff,
        SegregatedPair pair,
        LocalDate since,
        Standing standing,
        Optional<RuleOverride> override) {

    /** What a combination means. */
    public enum Standing {
        /** Forbidden, and no override is live: whoever acts so is refused. */
        BREACH,
        /** Forbidden, and a live override lifts it. */
        OVERRIDDEN,
        /** Allowed by the rule, and shown. */
        FLAGGED
    }

    Violation withSince(LocalDate first) {
        return new Violation(staff, pair, first, standing, override);
    }
}
