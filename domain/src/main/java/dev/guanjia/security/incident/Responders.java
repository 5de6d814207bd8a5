package dev.guanjia.security.incident;

import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.PostKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who acts in an emergency in a company as it is on a day: whoever the company has for a post that
 * a plan names, and who commands whom. Rows: {@code stand-ins.csv}, {@code command-order.csv}.
 * Source: requirements 03 P-INCIDENT, command; 05 S16 B4, B5.
 */
public final class Responders {

    private static final Map<PostKey, List<PostKey>> INSTEAD =
            Table.of(
                            Responders.class,
                            "stand-ins.csv",
                            List.of("post", "instead", "from", "source"))
                    .unique("post")
                    .rows()
                    .stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    row -> row.as("post", PostKey::new),
                                    row -> keys(row, "instead")));
    private static final List<Rank> ORDER =
            Table.of(
                            Responders.class,
                            "command-order.csv",
                            List.of("rank", "zh", "en", "keys", "from", "source"))
                    .unique("rank")
                    .map(row -> new Rank(row.as("rank", Integer::valueOf), keys(row, "keys")));

    private final Function<PostKey, List<PostKey>> company;

    /**
     * In a company on a day.
     *
     * @param company the posts of the company that a key means: the key of a post, a department or
     *     a role; empty where it means none
     */
    public Responders(Function<PostKey, List<PostKey>> company) {
        this.company = company;
    }

    private record Rank(int rank, List<PostKey> keys) {}

    /** Every key that the rows name. */
    static Collection<PostKey> keys() {
        return Stream.concat(
                        INSTEAD.values().stream().flatMap(List::stream),
                        ORDER.stream().flatMap(row -> row.keys().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<PostKey> keys(Row row, String column) {
        row.from();
        row.required("source");
        return row.as(column, text -> row.list(column).stream().map(PostKey::new).toList());
    }

    /**
     * The posts of the company that do the part of a post: those that bear it, else the first that
     * stand in for it.
     *
     * @param named a post that a plan names
     * @return in the order of the company; empty where it has none and no row says who does it
     */
    public List<PostKey> posts(PostKey named) {
        return Stream.concat(Stream.of(named), INSTEAD.getOrDefault(named, List.of()).stream())
                .map(company)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /**
     * Whether the company has no such post, so that others do its part.
     *
     * @param named a post that a plan names
     * @return false where a post of the company bears it
     */
    public boolean standsIn(PostKey named) {
        return company.apply(named).isEmpty();
    }

    /**
     * Where a post stands in the order of command.
     *
     * @param post a post of the company
     * @return 1 for whoever commands everybody; one more than the last row for whoever stands in
     *     none
     */
    public int rank(PostKey post) {
        return ORDER.stream()
                .filter(row -> means(row, post))
                .mapToInt(Rank::rank)
                .min()
                .orElse(ORDER.get(ORDER.size() - 1).rank() + 1);
    }

    private boolean means(Rank row, PostKey post) {
        return row.keys().stream().anyMatch(key -> company.apply(key).contains(post));
    }

    /** The posts of the company of a rank or above, from the top. */
    List<PostKey> upTo(int rank) {
        return ORDER.stream()
                .filter(row -> row.rank() <= rank)
                .flatMap(row -> row.keys().stream())
                .flatMap(key -> company.apply(key).stream())
                .distinct()
                .toList();
    }
}
