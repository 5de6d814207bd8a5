package dev.guanjia.plan.meeting;

import dev.guanjia.organisation.PostKey;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a meeting is about to decide, as it was said; {@link Meeting#decide} asks for what is
 * missing.
 *
 * @param id which matter
 * @param text what is to be done, in the company's own words; not blank
 * @param owner the post that does it; empty where nobody was named
 * @param node its node date (时间节点); empty where none was named
 * @param verifier the post that confirms it (督办); empty where the report of the owner will do
 */
public record ActionProposal(
        ActionItemId id,
        String text,
        Optional<PostKey> owner,
        Optional<LocalDate> node,
        Optional<PostKey> verifier) {

    /** Says what is to be done. */
    public ActionProposal {
        if (text.isBlank()) {
            throw new IllegalArgumentException("action item needs a text: " + id);
        }
    }
}
