package dev.guanjia.server.store;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.settlement.Allocation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The charges that reversals and refunds of payments opened again. */
@Repository
public class ReopenedStore {

    private static final String SELECT =
            """
            select m.source_id, m.charge_id, -m.amount_minor as amount_minor,
                coalesce(c.work_order_id, c.late_with) as key_order,
                c.unit_id, c.fee_item, c.period_start, c.period_end, c.currency
            from charge_movement m join charge c on c.tenant = m.tenant and c.id = m.charge_id
            where m.tenant = :tenant and m.kind = 'ALLOCATION_REVERSED'
                and m.source_id = any(cast(:sources as text[]))
            order by m.line
            """;

    private final JdbcClient db;

    ReopenedStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Reads what was opened again.
     *
     * @param tenant the company
     * @param sources the ids of reversals or refunds
     * @return by source, in the order in which it had been settled
     */
    public Map<String, List<Allocation>> of(String tenant, Collection<String> sources) {
        Map<String, List<Allocation>> parts = new HashMap<>();
        db.sql(SELECT)
                .param("tenant", tenant)
                .param("sources", Sql.array(sources, id -> id))
                .query(
                        row -> {
                            parts.computeIfAbsent(
                                            row.getString("source_id"), any -> new ArrayList<>())
                                    .add(
                                            new Allocation(
                                                    new ChargeId(row.getString("charge_id")),
                                                    ChargeStore.key(row),
                                                    ChargeStore.money(row, "amount_minor")));
                        });
        return parts;
    }
}
