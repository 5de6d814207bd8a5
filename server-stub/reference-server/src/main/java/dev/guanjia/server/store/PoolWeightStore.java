package dev.guanjia.server.store;

import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitId;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code pool_weight}. */
@Repository
public class PoolWeightStore {

    private static final String WEIGH =
            """
            insert into pool_weight (tenant, pool_id, unit_id, weight)
            select :tenant, :pool, w.unit, w.weight
            from unnest(cast(:units as text[]), cast(:weights as numeric[])) w (unit, weight)
            """;

    private final JdbcClient db;

    PoolWeightStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Gives units other weights than before.
     *
     * @param tenant the company
     * @param poolId the pool
     * @param weights all that are known now
     */
    public void weigh(String tenant, String poolId, Map<String, String> weights) {
        db.sql("delete from pool_weight where tenant = :tenant and pool_id = :pool")
                .param("tenant", tenant)
                .param("pool", poolId)
                .update();
        db.sql(WEIGH)
                .param("tenant", tenant)
                .param("pool", poolId)
                .param("units", Sql.array(weights.keySet(), unit -> unit))
                .param(
                        "weights",
                        weights.values().stream().map(BigDecimal::new).toArray(BigDecimal[]::new))
                .update();
    }

    /**
     * Reads the weights of a pool.
     *
     * @param tenant the company
     * @param poolId the pool
     * @return by unit
     */
    public SortedMap<UnitId, Rational> of(String tenant, String poolId) {
        SortedMap<UnitId, Rational> weights = new TreeMap<>();
        db.sql(
                        "select unit_id, weight from pool_weight"
                                + " where tenant = :tenant and pool_id = :pool")
                .param("tenant", tenant)
                .param("pool", poolId)
                .query(
                        row -> {
                            weights.put(
                                    new UnitId(row.getString("unit_id")),
                                    Sql.rational(Sql.decimal(row, "weight")));
                        });
        return weights;
    }
}
