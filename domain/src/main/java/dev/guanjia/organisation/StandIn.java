package dev.guanjia.organisation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That a person acts in a post they do not hold: in place of a holder who is away (顶岗), or, where
 * nobody is replaced, as deputy in charge while the post is vacant. Source: requirements 01,
 * OCC-STANDIN.
 *
 * @param post the post
 * @param replaced the holder who is away; empty for a deputy in charge of the vacant post
 * @param by who acts
 * @param from the first day, included
 * @param last the last day, included and not before {@code from}: nobody stands in for ever
 */
public record StandIn(
        PostKey post, Optional<StaffId> replaced, StaffId by, LocalDate from, LocalDate last) {

    /** Rejects who replaces themselves, and an end before the beginning. */
    public StandIn {
        if (replaced.equals(Optional.of(by))) {
            throw new IllegalArgumentException(by + " cannot stand in for themselves");
        }
        if (last.isBefore(from)) {
            throw new IllegalArgumentException("stand-in runs backwards: " + from + " to " + last);
        }
    }

    /**
     * Whether it applies on a day.
     *
     * @param day the day
     * @return true from {@code from} to {@code last}, both included
     */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(last);
    }

    /**
     * Whether two persons would take the same place on a common day.
     *
     * @param other another
     * @return true if so
     */
    public boolean overlaps(StandIn other) {
        return post.equals(other.post)
                && replaced.equals(other.replaced)
                && (covers(other.from) || other.covers(from));
    }

    Responsible.Way way() {
        return replaced.isPresent() ? Responsible.Way.STAND_IN : Responsible.Way.DEPUTY;
    }
}
