package dev.guanjia.organisation.staff;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.PostLibrary;
import java.time.LocalDate;
import java.util.List;

/**
 * That posts need a qualification: a row of {@code qualification-requirements.csv}. Source:
 * requirements 01, section 8; 02, D-004E5-01 to 03 and D-002-S4-05.
 *
 * @param id its id, e.g. {@code QUAL-01}
 * @param label what it says
 * @param posts keys of the post library, generic ones among them
 * @param kind what is needed
 * @param need how much it is needed
 * @param from the first day of the row
 * @param source where the row comes from
 */
public record Requirement(
        String id,
        Label label,
        List<PostKey> posts,
        QualificationKey kind,
        Need need,
        LocalDate from,
        String source) {

    /** Copies; a requirement of no post would never bind. */
    public Requirement {
        posts = List.copyOf(posts);
        if (posts.isEmpty()) {
            throw new IllegalArgumentException("requirement names no post: " + id);
        }
    }

    static Requirement read(Row row, PostLibrary library) {
        return new Requirement(
                row.required("id"),
                row.label(),
                row.as("posts", text -> row.list("posts").stream().map(library::parse).toList()),
                row.as("kind", QualificationKey::new),
                row.as("need", Need::valueOf),
                row.from(),
                row.required("source"));
    }

    /** How much a qualification is needed. */
    public enum Need {
        /** Nobody works in the post without it. */
        BEFORE_WORK,
        /** Whoever holds the post is to have it; the certified-post rate counts who has. */
        GOAL,
        /** The description of the post asks for it. */
        EXPECTED,
        /** Who has it is preferred. */
        PREFERRED
    }
}
