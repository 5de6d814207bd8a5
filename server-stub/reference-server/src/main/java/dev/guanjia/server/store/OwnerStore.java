package dev.guanjia.server.store;

import dev.guanjia.property.Owner;
import dev.guanjia.property.OwnerId;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code owner}. */
@Repository
public class OwnerStore {

    private static final String SELECT =
            """
            select id, seq, name, mobile, reference, version from owner where tenant = :tenant
            """;
    private static final String FIND = SELECT + " and id = :id";
    private static final String LIST =
            SELECT
                    + """
                     and seq > :after
                        and (cast(:reference as text) is null or reference = :reference)
                    order by seq limit :fetch
                    """;
    private static final String KNOWN =
            "select id from owner where tenant = :tenant and id = any(cast(:ids as text[]))";
    private static final String REFERENCED =
            SELECT
                    + """
                     and (reference = any(cast(:references as text[]))
                        or reference is null and id = any(cast(:references as text[])))
                    order by reference nulls last
                    """;
    private static final String UPDATE =
            """
            update owner set name = :name, mobile = :mobile, version = :version
            where tenant = :tenant and id = :id
            """;

    private final JdbcClient db;

    OwnerStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * An owner.
     *
     * @param owner name and number
     * @param reference the number in the company's own files; null where there is none
     * @param seq grows with every owner, in the order in which they were entered
     * @param version counted from 1
     */
    public record OwnerRow(Owner owner, @Nullable String reference, long seq, long version) {

        /**
         * The name of the row.
         *
         * @return the owner id
         */
        public String id() {
            return owner.id().value();
        }
    }

    /**
     * Reads an owner.
     *
     * @param tenant the company
     * @param id the owner id
     * @return empty if there is none
     */
    public Optional<OwnerRow> find(String tenant, String id) {
        return read(FIND, tenant, id);
    }

    /**
     * Reads an owner and keeps others from changing it until the transaction ends.
     *
     * @param tenant the company
     * @param id the owner id
     * @return empty if there is none
     */
    public Optional<OwnerRow> lock(String tenant, String id) {
        return read(FIND + " for no key update", tenant, id);
    }

    /**
     * Changes an owner that {@link #lock} gave.
     *
     * @param tenant the company
     * @param row the owner as it shall be
     */
    public void update(String tenant, OwnerRow row) {
        db.sql(UPDATE)
                .param("tenant", tenant)
                .param("id", row.owner().id().value())
                .param("name", row.owner().name())
                .param("mobile", row.owner().mobile())
                .param("version", row.version())
                .update();
    }

    /**
     * Lists owners in the order in which they were entered.
     *
     * @param tenant the company
     * @param reference only the owner of this number; empty for all
     * @param request which page
     * @return the page
     */
    public Page<OwnerRow> list(String tenant, Optional<String> reference, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("reference", reference.orElse(null))
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(OwnerStore::row)
                        .list(),
                request,
                row -> String.valueOf(row.seq()));
    }

    /**
     * Which owners there are.
     *
     * @param tenant the company
     * @param ids owner ids
     * @return those that exist
     */
    public Set<String> known(String tenant, Collection<String> ids) {
        return Set.copyOf(
                db.sql(KNOWN)
                        .param("tenant", tenant)
                        .param("ids", Sql.array(ids, id -> id))
                        .query(String.class)
                        .list());
    }

    /**
     * Finds owners by their numbers in the company's own files, or by their ids where they have no
     * number.
     *
     * @param tenant the company
     * @param references the numbers or ids
     * @return by number or id; what nobody has is left out
     */
    public Map<String, OwnerRow> referenced(String tenant, Collection<String> references) {
        Map<String, OwnerRow> found = new HashMap<>();
        db.sql(REFERENCED)
                .param("tenant", tenant)
                .param("references", Sql.array(references, reference -> reference))
                .query(OwnerStore::row)
                .list()
                .forEach(row -> found.putIfAbsent(number(row), row));
        return found;
    }

    private static String number(OwnerRow row) {
        return Optional.ofNullable(row.reference()).orElse(row.id());
    }

    private Optional<OwnerRow> read(String statement, String tenant, String id) {
        return db.sql(statement)
                .param("tenant", tenant)
                .param("id", id)
                .query(OwnerStore::row)
                .optional();
    }

    private static OwnerRow row(ResultSet row, int index) throws SQLException {
        Owner owner =
                new Owner(
                        new OwnerId(row.getString("id")),
                        row.getString("name"),
                        row.getString("mobile"));
        return new OwnerRow(
                owner, row.getString("reference"), row.getLong("seq"), row.getLong("version"));
    }
}
