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
 * @param posts who may, at least one; of a call-back, who may where no policy says who calls
 * @param byAssignee those of the posts who may only when the order is theirs
 * @param source the requirement
 */
public record Transition(
        WorkOrderState from,
        WorkOrderAction action,
        WorkOrderState to,
        List<PostKey> posts,
        List<PostKey> byAssignee,
        String source) {

    /** Copies the posts; a move that nobody may make is no move. */
    public Transition {
        posts = List.copyOf(posts);
        byAssignee = List.copyOf(byAssignee);
        if (posts.isEmpty()) {
            throw new IllegalArgumentException("nobody may " + action + " from " + from);
        }
        if (!posts.containsAll(byAssignee)) {
            throw new IllegalArgumentException(byAssignee + " are not all of " + posts);
        }
    }

    Transition within(PostCatalogue company) {
        return new Transition(from, action, to, all(posts, company), bound(company), source);
    }

    /** A post that bears a free post, too, is free. */
    private List<PostKey> bound(PostCatalogue company) {
        List<PostKey> free =
                all(posts.stream().filter(post -> !byAssignee.contains(post)).toList(), company);
        return all(byAssignee, company).stream().filter(post -> !free.contains(post)).toList();
    }

    private static List<PostKey> all(List<PostKey> posts, PostCatalogue company) {
        return posts.stream()
                .flatMap(post -> Stream.concat(Stream.of(post), bearing(post, company)))
                .distinct()
                .toList();
    }

    private static Stream<PostKey> bearing(PostKey post, PostCatalogue company) {
        return company.bearing(post).stream();
    }
}
