package dev.guanjia.duty;

import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The duties of every post: the rows of {@code duties.csv}. */
public final class DutyCatalogue {

    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "zh",
                    "en",
                    "posts",
                    "cadence",
                    "deadline",
                    "evidence",
                    "approver",
                    "from",
                    "source");

    private final Map<DutyId, Duty> duties;

    private DutyCatalogue(Map<DutyId, Duty> duties) {
        this.duties = Collections.unmodifiableMap(duties);
    }

    /**
     * Loads the duties that ship with the library.
     *
     * @return every duty of the eight posts of a single community
     */
    public static DutyCatalogue load() {
        return of(Table.of(DutyCatalogue.class, "duties.csv", COLUMNS), PostCatalogue.load());
    }

    /**
     * Builds a catalogue from rows of the same form.
     *
     * @param table columns {@code id,zh,en,posts,cadence,deadline,evidence,approver,from,source}
     * @param posts the posts that rows may name
     * @return the catalogue
     * @throws dev.guanjia.catalogue.CatalogueException if a row is faulty
     */
    public static DutyCatalogue of(Table table, PostCatalogue posts) {
        Map<DutyId, Duty> duties = new LinkedHashMap<>();
        table.unique("id")
                .map(row -> Duty.read(row, posts))
                .forEach(duty -> duties.put(duty.id(), duty));
        return new DutyCatalogue(duties);
    }

    /**
     * Every duty.
     *
     * @return in file order
     */
    public List<Duty> all() {
        return List.copyOf(duties.values());
    }

    /**
     * The duties of a post.
     *
     * @param post the post
     * @return in file order, empty when it has none
     */
    public List<Duty> of(PostKey post) {
        return duties.values().stream().filter(duty -> duty.posts().contains(post)).toList();
    }

    /**
     * Looks up a duty.
     *
     * @param id its key
     * @return the duty, or empty when there is none of that key
     */
    public Optional<Duty> find(DutyId id) {
        return Optional.ofNullable(duties.get(id));
    }
}
