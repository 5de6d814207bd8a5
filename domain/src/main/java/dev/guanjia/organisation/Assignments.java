package dev.guanjia.organisation;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who holds which post when. A post may have several holders and a person several posts. Looking up
 * a post or a person takes time by their own rows, not by all.
 */
public final class Assignments {

    private static final Comparator<Assignment> ORDER =
            Comparator.comparing(Assignment::from)
                    .thenComparing(Assignment::staff)
                    .thenComparing(Assignment::post);

    private final List<Assignment> rows;
    private final Map<PostKey, List<Assignment>> byPost = new HashMap<>();
    private final Map<StaffId, List<Assignment>> byStaff = new HashMap<>();

    /**
     * Sorts the rows, so that the order in which they were made known does not matter.
     *
     * @param rows in any order; no person holds a post twice on a day
     */
    public Assignments(List<Assignment> rows) {
        this.rows = rows.stream().sorted(ORDER).toList();
        for (Assignment row : this.rows) {
            overlapping(row).ifPresent(Assignments::rejectTwice);
            byPost.computeIfAbsent(row.post(), post -> new ArrayList<>()).add(row);
            byStaff.computeIfAbsent(row.staff(), staff -> new ArrayList<>()).add(row);
        }
    }

    /**
     * Every assignment.
     *
     * @return ordered by first day, then person, then post
     */
    public List<Assignment> rows() {
        return rows;
    }

    /**
     * Gives a person a post.
     *
     * @param added the assignment to add
     * @return all assignments, or refused with {@code ASSIGNMENT_OVERLAPS}
     */
    public Decision<Assignments> assign(Assignment added) {
        if (overlapping(added).isPresent()) {
            Refusal overlap =
                    OrganisationRefusal.ASSIGNMENT_OVERLAPS.because(
                            "staff", added.staff().value(),
                            "post", added.post().value(),
                            "from", added.from().toString());
            return Decision.refuse(List.of(overlap));
        }
        List<Assignment> all = new ArrayList<>(rows);
        all.add(added);
        return Decision.accept(new Assignments(all));
    }

    /**
     * Who holds a post.
     *
     * @param post the post
     * @param day the day
     * @return the holders, longest in the post first, then by id; empty when it is vacant
     */
    public List<StaffId> holders(PostKey post, LocalDate day) {
        return byPost.getOrDefault(post, List.of()).stream()
                .filter(row -> row.covers(day))
                .map(Assignment::staff)
                .toList();
    }

    /**
     * The one holder who answers for a post that several persons hold.
     *
     * @param post the post
     * @param day the day
     * @return the first of {@link #holders}, or empty when the post is vacant
     */
    public Optional<StaffId> firstHolder(PostKey post, LocalDate day) {
        for (Assignment row : byPost.getOrDefault(post, List.of())) {
            if (row.covers(day)) {
                return Optional.of(row.staff());
            }
        }
        return Optional.empty();
    }

    /**
     * Which posts a person holds.
     *
     * @param staff the person
     * @param day the day
     * @return the posts, in key order
     */
    public List<PostKey> posts(StaffId staff, LocalDate day) {
        return byStaff.getOrDefault(staff, List.of()).stream()
                .filter(row -> row.covers(day))
                .map(Assignment::post)
                .sorted()
                .toList();
    }

    /**
     * Lets a person act in a post they hold.
     *
     * @param actor the person, the post and the version of the authority rows
     * @param day the day of the act
     * @return the actor, or refused with {@code POST_NOT_HELD}
     */
    public Decision<Actor> act(Actor actor, LocalDate day) {
        return posts(actor.staff(), day).contains(actor.post())
                ? Decision.accept(actor)
                : Decision.refuse(List.of(notHeld(actor.staff(), actor.post(), day)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Assignments same && rows.equals(same.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }

    @Override
    public String toString() {
        return rows.toString();
    }

    static Refusal notHeld(StaffId staff, PostKey post, LocalDate day) {
        return OrganisationRefusal.POST_NOT_HELD.because(
                "staff", staff.value(), "post", post.value(), "day", day.toString());
    }

    private Optional<Assignment> overlapping(Assignment row) {
        return byStaff.getOrDefault(row.staff(), List.of()).stream()
                .filter(row::overlaps)
                .findFirst();
    }

    private static void rejectTwice(Assignment row) {
        throw new IllegalArgumentException(
                row.staff() + " holds " + row.post() + " twice from " + row.from());
    }
}
