package dev.guanjia.server.store;

import dev.guanjia.property.Occupant;
import dev.guanjia.property.OccupantId;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code occupant}. */
@Repository
public class OccupantStore {

    private static final String INSERT =
            """
            insert into occupant (tenant, id, unit_id, name, mobile, recorded_at)
            values (:tenant, :id, :unit, :name, :mobile, :at)
            """;
    private static final String SELECT =
            """
            select id, seq, unit_id, name, mobile, recorded_at from occupant where tenant = :tenant
            """;
    private static final String LIST =
            SELECT
                    + """
                     and seq > :after and (cast(:unit as text) is null or unit_id = :unit)
                    order by seq limit :fetch
                    """;

    private final JdbcClient db;

    OccupantStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * An occupant.
     *
     * @param occupant name and number
     * @param unitId where
     * @param seq grows with every occupant, in the order in which they were entered
     * @param recordedAt when the row was made
     */
    public record OccupantRow(Occupant occupant, String unitId, long seq, Instant recordedAt) {}

    /**
     * Adds an occupant.
     *
     * @param tenant the company
     * @param occupant a new one
     * @param unitId where
     * @param at when it is stored
     */
    public void add(String tenant, Occupant occupant, String unitId, Instant at) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", occupant.id().value())
                .param("unit", unitId)
                .param("name", occupant.name())
                .param("mobile", occupant.mobile())
                .param("at", Sql.at(at))
                .update();
    }

    /**
     * Reads an occupant.
     *
     * @param tenant the company
     * @param id the occupant id
     * @return empty if there is none
     */
    public Optional<OccupantRow> find(String tenant, String id) {
        return db.sql(SELECT + " and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(OccupantStore::row)
                .optional();
    }

    /**
     * Lists occupants in the order in which they were entered.
     *
     * @param tenant the company
     * @param unitId only of this unit; empty for all
     * @param request which page
     * @return the page
     */
    public Page<OccupantRow> list(String tenant, Optional<String> unitId, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("unit", unitId.orElse(null))
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(OccupantStore::row)
                        .list(),
                request,
                row -> String.valueOf(row.seq()));
    }

    private static OccupantRow row(ResultSet row, int index) throws SQLException {
        Occupant occupant =
                new Occupant(
                        new OccupantId(row.getString("id")),
                        row.getString("name"),
                        row.getString("mobile"));
        return new OccupantRow(
                occupant,
                row.getString("unit_id"),
                row.getLong("seq"),
                Sql.instant(row, "recorded_at"));
    }
}
