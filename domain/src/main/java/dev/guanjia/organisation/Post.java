package dev.guanjia.organisation;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A post (岗位) of a company. Those that ship with the library are rows of {@code
 * template-posts.csv}. Source: requirements 01, sections 2 and 4.
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

    static Post read(Row row, PostLibrary library) {
        return new Post(
                row.as("id", PostKey::new),
                row.label(),
                Optional.of(row.text("function")).filter(text -> !text.isBlank()),
                row.as("reports_to", PostKey::new),
                row.as("bears", text -> family(new PostKey(text), library)),
                row.from(),
                row.required("source"));
    }

    /**
     * The same post under another superior.
     *
     * @param superior another post
     * @return the post
     */
    public Post under(PostKey superior) {
        return new Post(key, label, department, superior, family, from, source);
    }

    private static String family(PostKey bears, PostLibrary library) {
        return library.find(bears)
                .map(known -> known.placement().family())
                .orElseThrow(() -> new IllegalArgumentException("unknown post: " + bears));
    }
}
