package dev.guanjia.workorder;

import dev.guanjia.organisation.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who did something to a work order, when, and what is to be remembered of it.
 *
 * @param actor who, in which post
 * @param occurredAt when it was done, not when it was recorded
 * @param note what is to be remembered, not blank; null when nothing is
 */
public record Act(Actor actor, Instant occurredAt, @Nullable String note) {

    /** A note says something. */
    public Act {
        if (note != null && note.isBlank()) {
            throw new IllegalArgumentException("note is blank");
        }
    }
}
