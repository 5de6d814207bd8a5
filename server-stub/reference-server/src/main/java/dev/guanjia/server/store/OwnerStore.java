package dev.guanjia.server.store;

import dev.guanjia.property.Owner;
import dev.guanjia.property.OwnerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code owner}; its rows are made together with units. */
@Repository
public class OwnerStore {

    private static final String FIND =
            "select id, name, mobile, version from owner where tenant = :tenant and id = :id";
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
     * @param version counted from 1
     */
    public record OwnerRow(Owner owner, long version) {}

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
        return new OwnerRow(owner, row.getLong("version"));
    }
}
