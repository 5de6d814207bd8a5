package dev.guanjia.organisation.authority;

import java.time.Instant;

/**
 * A step taken.
 *
 * @param grounds which step; who, as which post, under which authority version and delegation
 * @param verdict yes or no
 * @param reason why; not blank for a no
 * @param at when
 */
public record StepDecision(Grounds grounds, Verdict verdict, String reason, Instant at) {

    /** A no without a reason helps nobody. */
    public StepDecision {
        if (verdict == Verdict.DENY && reason.isBlank()) {
            throw new IllegalArgumentException("denied without a reason: " + grounds.step().id());
        }
    }
}
