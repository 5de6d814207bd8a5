package dev.guanjia.organisation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That a person holds a post.
 *
 * @param staff the person
 * @param post the post
 * @param from the first day, included
 * @param last the last day, included and not before {@code from}; empty while no end is known
 */
public record Assignment(StaffId staff, PostKey post, LocalDate from, Optional<LocalDate> last) {

    /** Rejects assignments that end before they begin. */
    public Assignment {
        if (last.isPresent() && last.get().isBefore(from)) {
            throw new IllegalArgumentException(
                    "assignment runs backwards: " + from + " to " + last.get());
        }
    }

    /**
     * An assignment without a known end.
     *
     * @param staff the person
     * @param post the post
     * @param from the first day, included
     * @return the assignment
     */
    public static Assignment openEnded(StaffId staff, PostKey post, LocalDate from) {
        return new Assignment(staff, post, from, Optional.empty());
    }

    /**
     * Whether the post is held on a day.
     *
     * @param day the day
     * @return true from {@code from} to {@code last}, both included
     */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && last.map(end -> !day.isAfter(end)).orElse(true);
    }

    /**
     * Whether two assignments give the same person the same post on a common day.
     *
     * @param other another assignment
     * @return true if so
     */
    public boolean overlaps(Assignment other) {
        return staff.equals(other.staff)
                && post.equals(other.post)
                && (covers(other.from) || other.covers(from));
    }
}
