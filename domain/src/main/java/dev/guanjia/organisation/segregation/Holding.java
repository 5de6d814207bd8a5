package dev.guanjia.organisation.segregation;

import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.StandIn;
import java.time.LocalDate;
import java.util.Optional;

/**
 * That a person has a post, stands in for one, or keeps a thing.
 *
 * @param staff the person
 * @param key the post or the thing
 * @param from the first day, included
 * @param last the last day, included and not before {@code from}; empty while no end is known
 * @param way how the person came to have it
 */
public record Holding(
        StaffId staff, SegregationKey key, LocalDate from, Optional<LocalDate> last, Way way) {

    /** How a person came to have a post or a thing. */
    public enum Way {
        /** By assignment to the post. */
        POST,
        /** By standing in for its holder, or as deputy in charge while it is vacant. */
        STAND_IN,
        /** By keeping the thing: a seal, the cheque book, the administrator's rights. */
        CUSTODY,
        /** By a delegation of the post's authority. */
        DELEGATION
    }

    /** Rejects holdings that end before they begin. */
    public Holding {
        if (last.isPresent() && last.get().isBefore(from)) {
            throw new IllegalArgumentException(
                    "holding runs backwards: " + from + " to " + last.get());
        }
    }

    /**
     * What an assignment gives.
     *
     * @param assignment the assignment
     * @return the post as a holding
     */
    public static Holding ofPost(Assignment assignment) {
        return new Holding(
                assignment.staff(),
                SegregationKey.from(assignment.post()),
                assignment.from(),
                assignment.last(),
                Way.POST);
    }

    /**
     * What a stand-in gives: for its time, the post, with all that the post excludes.
     *
     * @param standIn who acts for whom
     * @return the post as a holding
     */
    public static Holding ofStandIn(StandIn standIn) {
        return new Holding(
                standIn.by(),
                SegregationKey.from(standIn.post()),
                standIn.from(),
                Optional.of(standIn.last()),
                Way.STAND_IN);
    }

    /**
     * Whether the person acts in the post as its holder does, and on no other's word.
     *
     * @return true for an assignment and for a stand-in
     */
    public boolean isInPost() {
        return way == Way.POST || way == Way.STAND_IN;
    }

    /**
     * A thing in somebody's keeping, without a known end.
     *
     * @param staff the person
     * @param thing what is kept, e.g. {@code FINANCE_SEAL}
     * @param from the first day, included
     * @return the holding
     */
    public static Holding keeping(StaffId staff, String thing, LocalDate from) {
        return new Holding(staff, new SegregationKey(thing), from, Optional.empty(), Way.CUSTODY);
    }

    /**
     * Whether it holds on a day.
     *
     * @param day the day
     * @return true from {@code from} to {@code last}, both included
     */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && last.map(end -> !day.isAfter(end)).orElse(true);
    }

    /**
     * The first day on which two holdings of one person meet.
     *
     * @param other another holding
     * @return the day, or empty when they never meet or belong to two persons
     */
    public Optional<LocalDate> meets(Holding other) {
        LocalDate later = from.isAfter(other.from) ? from : other.from;
        return Optional.of(later)
                .filter(day -> staff.equals(other.staff) && covers(day) && other.covers(day));
    }
}
