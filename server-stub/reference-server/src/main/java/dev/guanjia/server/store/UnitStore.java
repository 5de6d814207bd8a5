package dev.guanjia.server.store;

import dev.guanjia.property.BuildingId;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Unit;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.UnitUse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the table {@code unit}, with the area, the use and the owner of today. */
@Repository
public class UnitStore {

    private static final String SELECT =
            "select " + UnitToday.COLUMNS + " from unit u where u.tenant = :tenant";
    private static final String OF_COMMUNITY =
            SELECT
                    + " and u.community_id = :community and u.seq > :after and u.seq <= :last"
                    + " order by u.seq";
    private static final String PLACES =
            """
            select seq from unit
            where tenant = :tenant and community_id = :community and seq > :after
            order by seq limit :fetch
            """;
    private static final String COUNT =
            "select count(*) from unit where tenant = :tenant and community_id = :community";

    private final JdbcClient db;
    private final Clock clock;

    UnitStore(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A unit.
     *
     * @param unit its building, number, use, area and owner
     * @param communityId the community of the building
     * @param area the area with the decimals it was given with
     * @param seq grows with every unit, in the order in which they were entered
     */
    public record UnitRow(Unit unit, String communityId, String area, long seq) {

        /**
         * The name of the row.
         *
         * @return the unit id
         */
        public String id() {
            return unit.id().value();
        }
    }

    /**
     * Reads a unit.
     *
     * @param tenant the company
     * @param id the unit id
     * @return empty if there is none
     */
    public Optional<UnitRow> find(String tenant, String id) {
        return db.sql(SELECT + " and u.id = :id")
                .param("tenant", tenant)
                .param("today", LocalDate.now(clock))
                .param("id", id)
                .query(UnitStore::row)
                .optional();
    }

    /**
     * Reads several units.
     *
     * @param tenant the company
     * @param ids unit ids; those that do not exist are left out
     * @return in the order in which they were entered
     */
    public List<UnitRow> findAll(String tenant, Collection<String> ids) {
        return db.sql(SELECT + " and u.id = any(cast(:ids as text[])) order by u.seq")
                .param("tenant", tenant)
                .param("today", LocalDate.now(clock))
                .param("ids", Sql.array(ids, id -> id))
                .query(UnitStore::row)
                .list();
    }

    /**
     * Reads units of a community one stretch after the other.
     *
     * @param tenant the company
     * @param communityId the community
     * @param after the {@code seq} of the one before the first; zero to begin
     * @param last the {@code seq} of the last
     * @return in the order in which they were entered
     */
    public List<UnitRow> ofCommunity(String tenant, String communityId, long after, long last) {
        return db.sql(OF_COMMUNITY)
                .param("tenant", tenant)
                .param("today", LocalDate.now(clock))
                .param("community", communityId)
                .param("after", after)
                .param("last", last)
                .query(UnitStore::row)
                .list();
    }

    /**
     * Where the next units of a community stand.
     *
     * @param tenant the company
     * @param communityId the community
     * @param after the {@code seq} of the one before the first; zero to begin
     * @param most how many at most
     * @return the {@code seq} of each, rising
     */
    public List<Long> places(String tenant, String communityId, long after, int most) {
        return db.sql(PLACES)
                .param("tenant", tenant)
                .param("community", communityId)
                .param("after", after)
                .param("fetch", most)
                .query(Long.class)
                .list();
    }

    /**
     * How many units a community has.
     *
     * @param tenant the company
     * @param communityId the community
     * @return the number
     */
    public int count(String tenant, String communityId) {
        return db.sql(COUNT)
                .param("tenant", tenant)
                .param("community", communityId)
                .query(Integer.class)
                .single();
    }

    static UnitRow row(ResultSet row, int index) throws SQLException {
        String area = Sql.decimal(row, "area");
        Unit unit =
                new Unit(
                        new UnitId(row.getString("id")),
                        new BuildingId(row.getString("building_id")),
                        row.getString("number"),
                        UnitUse.valueOf(row.getString("use")),
                        Sql.rational(area),
                        new OwnerId(row.getString("owner_id")));
        return new UnitRow(unit, row.getString("community_id"), area, row.getLong("seq"));
    }
}
