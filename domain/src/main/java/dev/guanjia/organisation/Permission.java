package dev.guanjia.organisation;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import java.time.LocalDate;
import java.util.List;

/**
 * Who may give a command: a row of {@code permissions.csv}.
 *
 * @param command the command, kebab case, e.g. {@code create-payment}
 * @param label its name
 * @param posts the posts that may, in row order
 * @param administrator whether the tenant's administrator may too
 * @param from the first day of the row
 * @param source where the row comes from
 */
public record Permission(
        String command,
        Label label,
        List<PostKey> posts,
        boolean administrator,
        LocalDate from,
        String source) {

    /** A command that nobody may give has no place in the catalogue. */
    public Permission {
        posts = List.copyOf(posts);
        if (posts.isEmpty() && !administrator) {
            throw new IllegalArgumentException("nobody may give the command " + command);
        }
    }

    static Permission read(Row row, PostCatalogue posts) {
        return new Permission(
                row.required("id"),
                row.label(),
                row.list("posts").stream().map(posts::parse).toList(),
                row.yes("administrator"),
                row.from(),
                row.required("source"));
    }
}
