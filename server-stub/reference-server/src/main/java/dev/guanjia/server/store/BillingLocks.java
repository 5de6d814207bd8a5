package dev.guanjia.server.store;

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
    private static final String UNITS_OF_RUN =
            """
            select count(*) from (
                select id from unit where tenant = :tenant and id in (
                    select unit_id from charge where tenant = :tenant and bill_run_id = :run)
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
     * Waits for others who settle charges of the units of a run.
     *
     * @param tenant the company
     * @param runId the bill run
     * @return how many units
     */
    public int unitsOfRun(String tenant, String runId) {
        return db.sql(UNITS_OF_RUN)
                .param("tenant", tenant)
                .param("run", runId)
                .query(Integer.class)
                .single();
    }

    private Optional<String> lock(String sql, String tenant, String id) {
        return db.sql(sql).param("tenant", tenant).param("id", id).query(String.class).optional();
    }
}
