package dev.guanjia.server.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code tenant}. */
@Repository
public class TenantStore {

    private static final String LOCK = "select id from tenant where id = :tenant for no key update";

    private final JdbcClient db;

    TenantStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Lets the commands of a company that ask for this follow one another until each transaction
     * ends: for rules that look at many rows. Other commands are not held up.
     *
     * @param tenant the company
     */
    public void lock(String tenant) {
        db.sql(LOCK).param("tenant", tenant).query(String.class).single();
    }
}
