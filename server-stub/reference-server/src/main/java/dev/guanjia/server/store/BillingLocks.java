package dev.guanjia.server.store;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Rows whose lock keeps billing of one community, or of one unit, in single file until the
 * transaction ends. Rows that point at them can still be added.
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

    private Optional<String> lock(String sql, String tenant, String id) {
        return db.sql(sql).param("tenant", tenant).param("id", id).query(String.class).optional();
    }
}
