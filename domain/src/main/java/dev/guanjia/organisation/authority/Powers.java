package dev.guanjia.organisation.authority;

import dev.guanjia.organisation.AuthorityLimits;

/**
 * The rows that give authority, in one version.
 *
 * @param chains which steps a decision takes
 * @param limits how much a post may approve by the company's own decision
 * @param version names this state of the rows, not blank
 */
public record Powers(ApprovalChains chains, AuthorityLimits limits, String version) {

    /** An act that cannot be traced to the rules of its day is a fault of the caller. */
    public Powers {
        if (version.isBlank()) {
            throw new IllegalArgumentException("authority version is blank");
        }
    }
}
