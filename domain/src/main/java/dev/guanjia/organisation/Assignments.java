package dev.guanjia.organisation;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who holds which post when. A post may have several holders and a person several posts.
 *
 * @param rows ordered by first day, then person, then post; no person holds a post twice on a day
 */
public record Assignments(List<Assignment> rows) {

    private static final Comparator<Assignment> ORDER =
            Comparator.comparing(Assignment::from)
                    .thenComparing(Assignment::staff)
                    .thenComparing(Assignment::post);

    /** Sorts the rows, so that the order in which they were made known does not matter. */
    public Assignments {
        rows = rows.stream().sorted(ORDER).toList();
        for (int i = 0; i < rows.size(); i++) {
            Assignment row = rows.get(i);
            if (rows.subList(i + 1, rows.size()).stream().anyMatch(row::overlaps)) {
                throw new IllegalArgumentException(
                        row.staff() + " holds " + row.post() + " twice from " + row.from());
            }
        }
    }

    /**
     * Gives a person a post.
     *
     * @param added the assignment to add
     * @return all assignments, or refused with {@code ASSIGNMENT_OVERLAPS}
     */
    public Decision<Assignments> assign(Assignment added) {
        if (rows.stream().anyMatch(added::overlaps)) {
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
        return rows.stream()
                .filter(row -> row.post().equals(post) && row.covers(day))
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
        return holders(post, day).stream().findFirst();
    }

    /**
     * Which posts a person holds.
     *
     * @param staff the person
     * @param day the day
     * @return the posts, in key order
     */
    public List<PostKey> posts(StaffId staff, LocalDate day) {
        return rows.stream()
                .filter(row -> row.staff().equals(staff) && row.covers(day))
                .map(Assignment::post)
                .sorted()
                .toList();
    }

    /**
     * Lets a person act in a post.
     *
     * @param actor the person, the post and the version of the authority rows
     * @param day the day of the act
     * @return the actor, or refused with {@code POST_NOT_HELD}
     */
    public Decision<Actor> act(Actor actor, LocalDate day) {
        if (holders(actor.post(), day).contains(actor.staff())) {
            return Decision.accept(actor);
        }
        Refusal notHeld =
                OrganisationRefusal.POST_NOT_HELD.because(
                        "staff", actor.staff().value(),
                        "post", actor.post().value(),
                        "day", day.toString());
        return Decision.refuse(List.of(notHeld));
    }
}
