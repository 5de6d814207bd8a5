package dev.guanjia.duty;

import dev.guanjia.catalogue.Row;
import dev.guanjia.organisation.PostKey;
import java.util.List;
import java.util.function.Function;

/**
 * What the rows of a duty catalogue may name.
 *
 * @param posts reads a key of a post, a department or a generic actor
 * @param words the words that stand where a deadline would
 * @param records the records that prove a duty
 */
record DutyKeys(Function<String, PostKey> posts, Vocabulary words, Vocabulary records) {

    List<PostKey> posts(Row row, String column) {
        return row.text(column).isBlank()
                ? List.of()
                : row.as(column, text -> row.list(column).stream().map(posts).toList());
    }

    /** Free text is taken as it stands; a key must be one of the records. */
    List<String> evidence(Row row) {
        return row.text("evidence").isBlank()
                ? List.of()
                : row.as(
                        "evidence",
                        text -> row.list("evidence").stream().map(this::proof).toList());
    }

    private String proof(String proof) {
        return proof.startsWith("R-") ? records.parse(proof) : proof;
    }
}
