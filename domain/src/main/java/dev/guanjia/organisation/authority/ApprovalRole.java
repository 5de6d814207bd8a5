package dev.guanjia.organisation.authority;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.RoleKey;
import java.time.LocalDate;
import java.util.List;

/**
 * How a role of an approval chain finds its post: a row of {@code approval-roles.csv}.
 *
 * @param key the role
 * @param label its name
 * @param relation where to look
 * @param posts for {@code COMPANY} the candidates in order, for {@code LINE} posts that count
 * @param families for {@code LINE} the families of posts that count
 * @param from the first day of the row
 * @param source where the row comes from
 */
public record ApprovalRole(
        RoleKey key,
        Label label,
        Relation relation,
        List<PostKey> posts,
        List<String> families,
        LocalDate from,
        String source) {

    /** Where a role looks for its post. */
    public enum Relation {
        /** The first of its posts that the company has. */
        COMPANY,
        /** The nearest post that counts at or above the requester's own. */
        LINE,
        /** The nearest post above the requester's own. */
        SUPERIOR
    }

    /** Copies the lists. */
    public ApprovalRole {
        posts = List.copyOf(posts);
        families = List.copyOf(families);
    }

    static ApprovalRole read(Row row) {
        return new ApprovalRole(
                row.as("id", RoleKey::new),
                row.label(),
                row.as("relation", Relation::valueOf),
                row.list("posts").stream().map(PostKey::new).toList(),
                row.list("families"),
                row.from(),
                row.required("source"));
    }
}
