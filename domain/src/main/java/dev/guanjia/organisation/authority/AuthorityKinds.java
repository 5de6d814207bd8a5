package dev.guanjia.organisation.authority;

import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.AuthorityKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of decisions: the rows of {@code authority-kinds.csv}. */
public final class AuthorityKinds {

    private static final List<String> COLUMNS =
            List.of("id", "zh", "en", "amount", "requested_as", "from", "source");

    private final Map<AuthorityKind, DecisionKind> byKey = new LinkedHashMap<>();

    private AuthorityKinds(List<DecisionKind> kinds) {
        kinds.forEach(kind -> byKey.put(kind.key(), kind));
    }

    /**
     * Loads the kinds that ship with the library.
     *
     * @return the kinds
     */
    public static AuthorityKinds load() {
        return of(Table.of(AuthorityKinds.class, "authority-kinds.csv", COLUMNS));
    }

    /**
     * Builds kinds from rows of the same form.
     *
     * @param table columns {@code id,zh,en,amount,requested_as,from,source}
     * @return the kinds
     * @throws dev.guanjia.catalogue.CatalogueException if a row is faulty or repeats an id
     */
    public static AuthorityKinds of(Table table) {
        return new AuthorityKinds(table.unique("id").map(DecisionKind::read));
    }

    /**
     * Every kind.
     *
     * @return in file order
     */
    public List<DecisionKind> all() {
        return List.copyOf(byKey.values());
    }

    /**
     * Looks up a kind.
     *
     * @param key its key
     * @return the kind, or empty when there is none of that key
     */
    public Optional<DecisionKind> find(AuthorityKind key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /**
     * Reads the key of a kind that must exist, as rows of other catalogues name kinds.
     *
     * @param text the key
     * @return the key
     * @throws IllegalArgumentException if there is no such kind
     */
    public AuthorityKind parse(String text) {
        AuthorityKind key = new AuthorityKind(text);
        if (!byKey.containsKey(key)) {
            throw new IllegalArgumentException("unknown authority kind: " + text);
        }
        return key;
    }
}
