package dev.guanjia.organisation;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Who may give a command: a row of {@code permissions.csv}.
 *
 * <p>Shape: the column {@code posts} lists posts, or is {@code *} alone where the thing that the
 * command is aimed at names its post itself.
 *
 * @param command the command, kebab case, e.g. {@code create-payment}
 * @param label its name
 * @param posts the posts that may, in row order; empty where {@code anyPost}
 * @param anyPost whether every post of the company may
 * @param administrator whether the tenant's administrator may too
 * @param from the first day of the row
 * @param source where the row comes from
 */
public record Permission(
        String command,
        Label label,
        List<PostKey> posts,
        boolean anyPost,
        boolean administrator,
        LocalDate from,
        String source) {

    private static final String ANY = "*";

    /** A command that nobody may give, or all and some, has no place in the catalogue. */
    public Permission {
        posts = List.copyOf(posts);
        if (posts.isEmpty() && !anyPost && !administrator) {
            throw new IllegalArgumentException("nobody may give the command " + command);
        }
        if (anyPost && !posts.isEmpty()) {
            throw new IllegalArgumentException("any post may give " + command + ": none is named");
        }
    }

    /**
     * Whether a post may.
     *
     * @param post a post of the library or of a template
     * @return true if it is named, or any post may
     */
    public boolean permits(PostKey post) {
        return anyPost || posts.contains(post);
    }

    static Permission read(Row row, Set<PostKey> known) {
        List<String> posts = row.list("posts");
        boolean anyPost = posts.contains(ANY);
        if (anyPost && posts.size() > 1) {
            throw new IllegalArgumentException(ANY + " stands alone: " + row.text("posts"));
        }
        return new Permission(
                row.required("id"),
                row.label(),
                anyPost ? List.of() : posts.stream().map(text -> parse(text, known)).toList(),
                anyPost,
                row.yes("administrator"),
                row.from(),
                row.required("source"));
    }

    private static PostKey parse(String text, Set<PostKey> known) {
        PostKey post = new PostKey(text);
        if (!known.contains(post)) {
            throw new IllegalArgumentException("unknown post: " + post);
        }
        return post;
    }
}
