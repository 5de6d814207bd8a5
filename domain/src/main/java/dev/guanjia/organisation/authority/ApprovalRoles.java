package dev.guanjia.organisation.authority;

import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.RoleKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The roles of approval chains: the rows of {@code approval-roles.csv}. */
public final class ApprovalRoles {

    private static final List<String> COLUMNS =
            List.of("id", "zh", "en", "relation", "posts", "families", "from", "source");

    private final Map<RoleKey, ApprovalRole> byKey = new LinkedHashMap<>();

    private ApprovalRoles(List<ApprovalRole> roles) {
        roles.forEach(role -> byKey.put(role.key(), role));
    }

    /**
     * Loads the roles that ship with the library.
     *
     * @return the roles
     */
    public static ApprovalRoles load() {
        return of(Table.of(ApprovalRoles.class, "approval-roles.csv", COLUMNS));
    }

    /**
     * Builds roles from rows of the same form.
     *
     * @param table columns {@code id,zh,en,relation,posts,families,from,source}
     * @return the roles
     * @throws dev.guanjia.catalogue.CatalogueException if a row is faulty or repeats an id
     */
    public static ApprovalRoles of(Table table) {
        return new ApprovalRoles(table.unique("id").map(ApprovalRole::read));
    }

    /**
     * Every role.
     *
     * @return in file order
     */
    public List<ApprovalRole> all() {
        return List.copyOf(byKey.values());
    }

    /**
     * Looks up a role.
     *
     * @param key its key
     * @return the role, or empty when there is none of that key
     */
    public Optional<ApprovalRole> find(RoleKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /**
     * Reads the key of a role that must exist, as rows of chains name roles.
     *
     * @param text the key
     * @return the key
     * @throws IllegalArgumentException if there is no such role
     */
    public RoleKey parse(String text) {
        RoleKey key = new RoleKey(text);
        if (!byKey.containsKey(key)) {
            throw new IllegalArgumentException("unknown approval role: " + text);
        }
        return key;
    }
}
