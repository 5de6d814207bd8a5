package dev.guanjia.organisation.staff;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.PostLibrary;
import dev.guanjia.organisation.company.HolderResolution;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which posts need which qualifications: {@code qualification-kinds.csv} and {@code
 * qualification-requirements.csv}. Source: requirements 01, section 8.
 */
public final class Requirements {

    private static final List<String> KIND_COLUMNS =
            List.of("id", "zh", "en", "certificate", "from", "source");
    private static final List<String> COLUMNS =
            List.of("id", "zh", "en", "posts", "kind", "need", "from", "source");

    private final Map<QualificationKey, QualificationKind> kinds;
    private final List<Requirement> rows;

    private Requirements(Map<QualificationKey, QualificationKind> kinds, List<Requirement> rows) {
        this.kinds = Collections.unmodifiableMap(kinds);
        this.rows = rows;
    }

    /**
     * Loads the requirements that ship with the library.
     *
     * @return the requirements
     */
    public static Requirements load() {
        return of(
                Table.of(Requirements.class, "qualification-kinds.csv", KIND_COLUMNS),
                Table.of(Requirements.class, "qualification-requirements.csv", COLUMNS));
    }

    /**
     * Builds requirements from rows of the same form.
     *
     * @param kindTable columns {@code id,zh,en,certificate,from,source}
     * @param table columns {@code id,zh,en,posts,kind,need,from,source}
     * @return the requirements
     * @throws CatalogueException if a row is faulty, names an unknown post or an unknown kind
     */
    public static Requirements of(Table kindTable, Table table) {
        Map<QualificationKey, QualificationKind> kinds = new LinkedHashMap<>();
        kindTable
                .unique("id")
                .map(QualificationKind::read)
                .forEach(kind -> kinds.put(kind.key(), kind));
        PostLibrary library = PostLibrary.load();
        return new Requirements(kinds, table.unique("id").map(row -> known(row, kinds, library)));
    }

    /**
     * Every kind of qualification.
     *
     * @return in file order
     */
    public List<QualificationKind> kinds() {
        return List.copyOf(kinds.values());
    }

    /**
     * Looks up a kind.
     *
     * @param key a key
     * @return the kind, or empty when there is none of that key
     */
    public Optional<QualificationKind> kind(QualificationKey key) {
        return Optional.ofNullable(kinds.get(key));
    }

    /**
     * Every requirement.
     *
     * @return in file order
     */
    public List<Requirement> all() {
        return rows;
    }

    /**
     * What a post of a company needs on a day.
     *
     * @param post a post of the company
     * @param company what the keys of the rows mean in the company
     * @param day the day
     * @return the requirements in force, in file order
     */
    public List<Requirement> of(PostKey post, HolderResolution company, LocalDate day) {
        return rows.stream()
                .filter(row -> !day.isBefore(row.from()))
                .filter(row -> row.posts().stream().anyMatch(k -> company.posts(k).contains(post)))
                .toList();
    }

    private static Requirement known(
            Row row, Map<QualificationKey, QualificationKind> kinds, PostLibrary library) {
        Requirement requirement = Requirement.read(row, library);
        if (!kinds.containsKey(requirement.kind())) {
            throw new CatalogueException(
                    List.of(row.fault("kind", "unknown qualification: " + requirement.kind())));
        }
        return requirement;
    }
}
