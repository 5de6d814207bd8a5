package dev.guanjia.server.store;

import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Rows whose lock keeps billing of one community, or of one unit, in single file until the
 * transaction ends. Rows that point at them can still be added.
 *
 * <p>Whoever holds several waits for them in this order, so that no two wait for each other: the
 * run or the work order, the community, the units by id, what is decided on of a unit (a reversal,
 * a write-off), the month of the books, the counter of receipts, the day of the collector. Nothing
 * is posted before the last unit is locked.
 */
@Repository
public class BillingLocks {

    private static final String COMMUNITY =
            """
            select id from community where tenant = :tenant and id = :id for no key update
            """;
    private static final String UNIT =
            """
            select community_id from unit where tenant = :tenant and id = :id for no key update
            """;
    private static final String UNITS =
            """
            select count(*) from (
                select id from unit
                where tenant = :tenant and id = any(cast(:units as text[]))
                order by id for no key update) locked
            """;

    private final JdbcClient db;

    BillingLocks(JdbcClient db) {
        this.db = db;
    }

    /**
     * Waits for others who price or charge in a community.
     *
     * @param tenant the company
     * @param id the community id
     * @return false if there is none
     */
    public boolean community(String tenant, String id) {
        return lock(COMMUNITY, tenant, id).isPresent();
    }

    /**
     * Waits for others who settle charges of a unit.
     *
     * @param tenant the company
     * @param id the unit id
     * @return false if there is none
     */
    public boolean unit(String tenant, String id) {
        return lock(UNIT, tenant, id).isPresent();
    }

    /**
     * Waits for others who settle charges of units.
     *
     * @param tenant the company
     * @param ids the unit ids
     * @return how many units
     */
    public int units(String tenant, Collection<String> ids) {
        return db.sql(UNITS)
                .param("tenant", tenant)
                .param("units", Sql.array(ids, id -> id))
                .query(Integer.class)
                .single();
    }

    private Optional<String> lock(String sql, String tenant, String id) {
        return db.sql(sql).param("tenant", tenant).param("id", id).query(String.class).optional();
    }
}
