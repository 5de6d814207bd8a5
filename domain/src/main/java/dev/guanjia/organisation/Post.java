package dev.guanjia.organisation;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A post (岗位): a row of {@code single-community.csv}. Source: requirements 01, section 2.
 *
 * @param key its key
 * @param label its name
 * @param department the function it belongs to, empty when the source names none
 * @param reportsTo its superior: another post of the catalogue or one outside the company
 * @param family posts of the same kind, e.g. {@code CS_STAFF}
 * @param from the first day of the row
 * @param source where the row comes from
 */
public record Post(
        PostKey key,
        Label label,
        Optional<String> department,
        PostKey reportsTo,
        String family,
        LocalDate from,
        String source) {

    /** A post that is its own superior would never be relieved. */
    public Post {
        if (key.equals(reportsTo)) {
            throw new IllegalArgumentException("post reports to itself: " + key);
        }
    }

    static Post read(Row row) {
        return new Post(
                row.as("id", PostKey::new),
                row.label(),
                Optional.of(row.text("department")).filter(text -> !text.isBlank()),
                row.as("reports_to", PostKey::new),
                row.required("family"),
                row.from(),
                row.required("source"));
    }
}
