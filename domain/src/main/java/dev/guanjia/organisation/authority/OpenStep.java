package dev.guanjia.organisation.authority;

import dev.guanjia.organisation.PostKey;
import java.util.List;

/**
 * A step that an approval still needs.
 *
 * @param step the step
 * @param post the post it falls to: its role's, or the next higher where nobody there can take it
 * @param could who could take it, those of the post first; empty when nobody could
 */
public record OpenStep(ApprovalStep step, PostKey post, List<Candidate> could) {

    /** Copies the list. */
    public OpenStep {
        could = List.copyOf(could);
    }
}
