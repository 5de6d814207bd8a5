package dev.guanjia.server.store;

import dev.guanjia.property.Occupant;
import dev.guanjia.property.OccupantId;
import dev.guanjia.property.Stay;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code occupant}. */
@Repository
public class OccupantStore {

    private static final String INSERT =
            """
            insert into occupant (tenant, id, unit_id, name, mobile, from_day, until_day,
                recorded_at)
            values (:tenant, :id, :unit, :name, :mobile, :from, :until, :at)
            """;
    private static final String SELECT =
            """
            select id, seq, unit_id, name, mobile, from_day, until_day, version, recorded_at
            from occupant where tenant = :tenant
            """;
    private static final String FIND = SELECT + " and id = :id";
    private static final String LIST =
            SELECT
                    + """
                     and seq > :after and (cast(:unit as text) is null or unit_id = :unit)
                        and (cast(:on as date) is null
                            or coalesce(from_day <= :on, true) and coalesce(until_day > :on, true))
                    order by seq limit :fetch
                    """;
    private static final String UPDATE =
            """
            update occupant set name = :name, mobile = :mobile, from_day = :from,
                until_day = :until, version = :version
            where tenant = :tenant and id = :id
            """;

    private final JdbcClient db;

    OccupantStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * An occupant.
     *
     * @param occupant name, number and days
     * @param unitId where
     * @param seq grows with every occupant, in the order in which they were entered
     * @param version counted from 1
     * @param recordedAt when the row was made
     */
    public record OccupantRow(
            Occupant occupant, String unitId, long seq, long version, Instant recordedAt) {

        /**
         * The name of the row.
         *
         * @return the occupant id
         */
        public String id() {
            return occupant.id().value();
        }

        /**
         * The next version.
         *
         * @param changed the same occupant as they shall be
         * @return the row
         */
        public OccupantRow with(Occupant changed) {
            return new OccupantRow(changed, unitId, seq, version + 1, recordedAt);
        }
    }

    /**
     * Which occupants.
     *
     * @param unitId only of this unit; empty for all
     * @param on only who lives there on this day; empty for all
     */
    public record Filter(Optional<String> unitId, Optional<LocalDate> on) {}

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
                .param("from", occupant.stay().from(), Types.DATE)
                .param("until", occupant.stay().until(), Types.DATE)
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
        return read(FIND, tenant, id);
    }

    /**
     * Reads an occupant and keeps others from changing it until the transaction ends.
     *
     * @param tenant the company
     * @param id the occupant id
     * @return empty if there is none
     */
    public Optional<OccupantRow> lock(String tenant, String id) {
        return read(FIND + " for no key update", tenant, id);
    }

    /**
     * Changes an occupant that {@link #lock} gave.
     *
     * @param tenant the company
     * @param row the occupant as it shall be
     */
    public void update(String tenant, OccupantRow row) {
        Occupant occupant = row.occupant();
        db.sql(UPDATE)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("name", occupant.name())
                .param("mobile", occupant.mobile())
                .param("from", occupant.stay().from(), Types.DATE)
                .param("until", occupant.stay().until(), Types.DATE)
                .param("version", row.version())
                .update();
    }

    /**
     * Lists occupants in the order in which they were entered.
     *
     * @param tenant the company
     * @param filter which of them
     * @param request which page
     * @return the page
     */
    public Page<OccupantRow> list(String tenant, Filter filter, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("unit", filter.unitId().orElse(null))
                        .param("on", filter.on().orElse(null), Types.DATE)
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(OccupantStore::row)
                        .list(),
                request,
                row -> String.valueOf(row.seq()));
    }

    private Optional<OccupantRow> read(String statement, String tenant, String id) {
        return db.sql(statement)
                .param("tenant", tenant)
                .param("id", id)
                .query(OccupantStore::row)
                .optional();
    }

    private static OccupantRow row(ResultSet row, int index) throws SQLException {
        Occupant occupant =
                new Occupant(
                        new OccupantId(row.getString("id")),
                        row.getString("name"),
                        row.getString("mobile"),
                        new Stay(
                                row.getObject("from_day", LocalDate.class),
                                row.getObject("until_day", LocalDate.class)));
        return new OccupantRow(
                occupant,
                row.getString("unit_id"),
                row.getLong("seq"),
                row.getLong("version"),
                Sql.instant(row, "recorded_at"));
    }
}
