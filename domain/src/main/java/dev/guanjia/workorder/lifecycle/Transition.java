package dev.guanjia.workorder.lifecycle;

import dev.guanjia.catalogue.Row;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import java.util.List;

/**
 * One move of a lifecycle: a row of {@code transitions.csv}.
 *
 * @param kind whose lifecycle
 * @param from where the order is
 * @param action what is attempted
 * @param to where it leads
 * @param posts who may, at least one
 * @param source the requirement
 */
public record Transition(
        WorkOrderKind kind,
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

    static Transition read(Row row, PostCatalogue known) {
        List<PostKey> posts =
                row.as("posts", text -> row.list("posts").stream().map(known::parse).toList());
        return new Transition(
                row.as("kind", WorkOrderKind::valueOf),
                row.as("from", WorkOrderState::valueOf),
                row.as("action", WorkOrderAction::valueOf),
                row.as("to", WorkOrderState::valueOf),
                posts,
                row.required("source"));
    }
}
