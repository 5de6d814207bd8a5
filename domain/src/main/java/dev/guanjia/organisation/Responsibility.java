package dev.guanjia.organisation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Finds who answers for a post. Source: requirements 06 A-85, resolved through the reporting graph.
 *
 * <p>Shape: the holder who is longest in the post; if it is vacant, the nearest superior that is
 * held; if there is none, the company leader's post, held or not. Nothing is ever nobody's.
 *
 * @param posts who reports to whom
 * @param leader the post of the company leader
 * @param assignments who holds which post when
 */
public record Responsibility(PostCatalogue posts, PostKey leader, Assignments assignments) {

    /** The company leader's post is one of the posts. */
    public Responsibility {
        posts.parse(leader.value());
    }

    /**
     * Finds who answers for a post.
     *
     * @param post a post of the catalogue
     * @param day the day
     * @return the person and post, and how they came to answer
     * @throws IllegalArgumentException if there is no such post
     */
    public Responsible on(PostKey post, LocalDate day) {
        Optional<StaffId> holder = assignments.firstHolder(post, day);
        if (holder.isPresent()) {
            return new Responsible(post, holder, Responsible.Way.HOLDER);
        }
        return posts.superiors(post).stream()
                .filter(superior -> !assignments.holders(superior, day).isEmpty())
                .findFirst()
                .map(superior -> inPlaceOf(superior, Responsible.Way.SUPERIOR, day))
                .orElseGet(() -> inPlaceOf(leader, Responsible.Way.LEADER, day));
    }

    private Responsible inPlaceOf(PostKey post, Responsible.Way way, LocalDate day) {
        return new Responsible(post, assignments.firstHolder(post, day), way);
    }
}
