package dev.guanjia.organisation.authority;

import dev.guanjia.decision.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a decision if a person takes it.
 *
 * @param outcome the answer
 * @param reasons why it is not simply granted; empty when it is
 * @param could who could take a step that is still open, the nearest step first
 * @param grounds what lets the person take a step now; empty when they cannot
 */
public record Answer(
        Outcome outcome, List<Refusal> reasons, List<Candidate> could, Optional<Grounds> grounds) {

    /** The three answers, the least first. */
    public enum Outcome {
        /** The person may not. */
        DENIED,
        /** The person's authority counts, but does not settle the matter alone. */
        NEEDS_MORE,
        /** The person's word settles the matter. */
        GRANTED
    }

    /** A reason is given exactly when the answer is not a plain yes. */
    public Answer {
        reasons = List.copyOf(reasons);
        could = List.copyOf(could);
        if (reasons.isEmpty() != (outcome == Outcome.GRANTED)) {
            throw new IllegalArgumentException(outcome + " with reasons " + reasons);
        }
        if (outcome == Outcome.GRANTED && grounds.isEmpty()) {
            throw new IllegalArgumentException("granted on no grounds");
        }
    }
}
