package dev.guanjia.workorder.lifecycle;

import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import java.util.List;
import java.util.stream.Stream;

/**
 * One move of a lifecycle.
 *
 * @param from where the order is
 * @param action what is attempted
 * @param to where it leads
 * @param posts who may, at least one
 * @param source the requirement
 */
public record Transition(
        WorkOrderState from,
        WorkOrderAction action,
        WorkOrderState to,
        List<PostKey> posts,
        String source) {

    /** Copies the posts; a move that nobody may make is no move. */
    public Transition {
        posts = List.copyOf(posts);
        if (posts.isEmpty()) {
            throw new IllegalArgumentException("nobody may " + action + " from " + from);
        }
    }

    Transition within(PostCatalogue company) {
        List<PostKey> who =
                posts.stream()
                        .flatMap(post -> Stream.concat(Stream.of(post), bearing(post, company)))
                        .distinct()
                        .toList();
        return new Transition(from, action, to, who, source);
    }

    private static Stream<PostKey> bearing(PostKey post, PostCatalogue company) {
        return company.bearing(post).stream();
    }
}
