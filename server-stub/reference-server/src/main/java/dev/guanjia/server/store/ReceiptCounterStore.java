package dev.guanjia.server.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code receipt_counter}: numbers of receipts without a gap. */
@Repository
public class ReceiptCounterStore {

    private static final String NEXT =
            """
            insert into receipt_counter as counter (tenant, last_no) values (:tenant, :count)
            on conflict (tenant) do update set last_no = counter.last_no + :count
            returning last_no - :count + 1
            """;

    private final JdbcClient db;

    ReceiptCounterStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Counts on. Others who count wait until this transaction ends, so take the numbers late.
     *
     * @param tenant the company
     * @param count how many are needed
     * @return the first of that many numbers
     */
    public long next(String tenant, int count) {
        return db.sql(NEXT)
                .param("tenant", tenant)
                .param("count", count)
                .query(Long.class)
                .single();
    }
}
