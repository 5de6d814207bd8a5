package dev.guanjia.plan.meeting;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.plan.NodeDuty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A matter that a meeting decided (议定事项). Source: requirements 03 P-MEETING, R-ACTION.
 *
 * @param id which matter
 * @param text what is to be done, in the company's own words; not blank
 * @param owner the post that does it
 * @param node its node date: the last day in time
 * @param verifier the post that confirms it, never the owner; empty where the owner's report will
 *     do
 */
public record ActionItem(
        ActionItemId id, String text, PostKey owner, LocalDate node, Optional<PostKey> verifier) {

    /** The record that proves it was carried out. */
    public static final String RECORD = "R-ACTION";

    /** Nobody confirms their own work. */
    public ActionItem {
        if (text.isBlank() || verifier.equals(Optional.of(owner))) {
            throw new IllegalArgumentException("action item cannot be: " + id + " by " + owner);
        }
    }

    NodeDuty duty(MeetingHead head) {
        return new NodeDuty(
                id.duty(),
                text,
                owner,
                verifier,
                DateRange.ofClosed(head.day(), node),
                List.of(RECORD, head.kind().record()),
                head.id().value());
    }
}
