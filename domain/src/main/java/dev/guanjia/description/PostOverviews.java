package dev.guanjia.description;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.PostKey;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What posts, departments and documents are there for: the rows of {@code post-overviews.csv}.
 * Source: requirements 01, sections 11 and 12.
 */
public final class PostOverviews {

    private static final List<String> COLUMNS = List.of("key", "zh", "en", "from", "source");

    private final Map<String, Overview> byKey;

    private PostOverviews(Map<String, Overview> byKey) {
        this.byKey = Collections.unmodifiableMap(byKey);
    }

    /**
     * Loads the overviews that ship with the library.
     *
     * @return the overviews
     */
    public static PostOverviews load() {
        return of(Table.of(PostOverviews.class, "post-overviews.csv", COLUMNS));
    }

    /**
     * Builds overviews from rows of the same form.
     *
     * @param table columns {@code key,zh,en,from,source}
     * @return the overviews
     * @throws dev.guanjia.catalogue.CatalogueException if a row is faulty
     */
    public static PostOverviews of(Table table) {
        Map<String, Overview> byKey = new LinkedHashMap<>();
        table.unique("key").map(Overview::read).forEach(row -> byKey.put(row.key(), row));
        return new PostOverviews(byKey);
    }

    /**
     * Every overview.
     *
     * @return in file order
     */
    public List<Overview> all() {
        return List.copyOf(byKey.values());
    }

    /**
     * The overview of a post.
     *
     * @param post the post
     * @param asOf the day
     * @return its text, or empty where no source gives one by that day
     */
    public Optional<Label> of(PostKey post, LocalDate asOf) {
        return Optional.ofNullable(byKey.get(post.value()))
                .filter(row -> !row.from().isAfter(asOf))
                .map(Overview::text);
    }

    /**
     * One overview.
     *
     * @param key a post, a department, or a document of the sources
     * @param text what it is there for
     * @param from the first day of the row
     * @param source where the row comes from
     */
    public record Overview(String key, Label text, LocalDate from, String source) {

        static Overview read(Row row) {
            return new Overview(
                    row.required("key"), row.label(), row.from(), row.required("source"));
        }
    }
}
