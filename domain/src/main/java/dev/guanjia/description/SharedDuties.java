package dev.guanjia.description;

import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.PostKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose duties a post has that the sources name without any of its own: the rows of {@code
 * shared-duties.csv}. Source: requirements 01, section 12.
 *
 * @param rows each post once
 */
public record SharedDuties(List<Sharing> rows) {

    private static final List<String> COLUMNS = List.of("post", "duties_of", "from", "source");

    /** Copies. */
    public SharedDuties {
        rows = List.copyOf(rows);
    }

    /**
     * Loads the rows that ship with the library.
     *
     * @return the rows
     */
    public static SharedDuties load() {
        return of(Table.of(SharedDuties.class, "shared-duties.csv", COLUMNS));
    }

    /**
     * Reads rows of the same form.
     *
     * @param table columns {@code post,duties_of,from,source}
     * @return the rows
     * @throws dev.guanjia.catalogue.CatalogueException if a row is faulty
     */
    public static SharedDuties of(Table table) {
        return new SharedDuties(table.unique("post").map(Sharing::read));
    }

    /**
     * The keys under which a post's duties stand.
     *
     * @param post the post
     * @param asOf the day
     * @return the post itself, then those whose duties it shares
     */
    public List<PostKey> keysOf(PostKey post, LocalDate asOf) {
        List<PostKey> keys = new ArrayList<>(List.of(post));
        rows.stream()
                .filter(row -> row.post().equals(post) && !row.from().isAfter(asOf))
                .forEach(row -> keys.addAll(row.dutiesOf()));
        return keys;
    }

    /**
     * One post and whose duties it has.
     *
     * @param post the post
     * @param dutiesOf keys of the duty table, at least one
     * @param from the first day of the row
     * @param source where the row comes from
     */
    public record Sharing(PostKey post, List<PostKey> dutiesOf, LocalDate from, String source) {

        /** Nobody shares with themselves. */
        public Sharing {
            dutiesOf = List.copyOf(dutiesOf);
            if (dutiesOf.isEmpty() || dutiesOf.contains(post)) {
                throw new IllegalArgumentException("shares no duties: " + post + " " + dutiesOf);
            }
        }

        static Sharing read(Row row) {
            return new Sharing(
                    row.as("post", PostKey::new),
                    row.as(
                            "duties_of",
                            text -> row.list("duties_of").stream().map(PostKey::new).toList()),
                    row.from(),
                    row.required("source"));
        }
    }
}
