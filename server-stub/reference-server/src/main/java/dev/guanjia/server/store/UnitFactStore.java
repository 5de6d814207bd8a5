package dev.guanjia.server.store;

import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.meter.MeterId;
import dev.guanjia.property.meter.ReadingId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was charged to units before, for many units at once. */
@Repository
public class UnitFactStore {

    private static final String LAST_BILLED =
            """
            select distinct on (meter_id, fee_item) meter_id, fee_item, closing_reading_id,
                sum(closing_value - opening_value + adjustment)
                    over (partition by meter_id, fee_item) as total
            from charge_reading
            where tenant = :tenant and meter_id = any(cast(:meters as text[]))
            order by meter_id, fee_item, closing_on desc
            """;

    /** Unit by unit: asked for all of them, a database that has not counted rows reads them all. */
    private static final String CHARGED =
            """
            select c.unit_id, c.fee_item, c.period_start, c.period_end
            from unnest(cast(:units as text[])) u (id)
            cross join lateral (
                select unit_id, fee_item, period_start, period_end from charge
                where tenant = :tenant and unit_id = u.id
                    and period_start < :end and period_end > :start
                    and work_order_id is null and late_with is null
                offset 0) c
            """;

    private static final String REMAINING =
            """
            select count(*) from unit
            where tenant = :tenant and community_id = :community and seq > :after
            """;

    private final JdbcClient db;

    UnitFactStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * How far a fee item has billed a meter.
     *
     * @param reading the closing reading of its latest charge
     * @param total what its charges bill in all
     */
    public record BilledSoFar(ReadingId reading, Rational total) {}

    /**
     * How far meters were billed.
     *
     * @param tenant the company
     * @param meterIds the meters
     * @return by meter, how far each fee item has billed it
     */
    public Map<MeterId, Map<FeeItemId, BilledSoFar>> lastBilled(
            String tenant, Collection<String> meterIds) {
        Map<MeterId, Map<FeeItemId, BilledSoFar>> last = new HashMap<>();
        if (meterIds.isEmpty()) {
            return last;
        }
        db.sql(LAST_BILLED)
                .param("tenant", tenant)
                .param("meters", Sql.array(meterIds, id -> id))
                .query(
                        row -> {
                            MeterId meter = new MeterId(row.getString("meter_id"));
                            last.computeIfAbsent(meter, any -> new HashMap<>())
                                    .put(
                                            new FeeItemId(row.getString("fee_item")),
                                            new BilledSoFar(
                                                    new ReadingId(
                                                            row.getString("closing_reading_id")),
                                                    Sql.rational(Sql.decimal(row, "total"))));
                        });
        return last;
    }

    /**
     * What units were charged for some days of a period already, reversed charges included.
     *
     * @param tenant the company
     * @param unitIds the units
     * @param period the period
     * @return by unit; units without a charge are left out
     */
    public Map<UnitId, Set<ChargeKey>> charged(
            String tenant, Collection<String> unitIds, ServicePeriod period) {
        return db
                .sql(CHARGED)
                .param("tenant", tenant)
                .param("units", Sql.array(unitIds, id -> id))
                .param("start", period.start())
                .param("end", period.end())
                .query(
                        (row, index) ->
                                new ChargeKey(
                                        new UnitId(row.getString("unit_id")),
                                        new FeeItemId(row.getString("fee_item")),
                                        new ServicePeriod(
                                                row.getObject("period_start", LocalDate.class),
                                                row.getObject("period_end", LocalDate.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(ChargeKey::unit, Collectors.toSet()));
    }

    /**
     * How many units of a community come after one.
     *
     * @param tenant the company
     * @param communityId the community
     * @param after the {@code seq} of that one
     * @return the number
     */
    public int remaining(String tenant, String communityId, long after) {
        return db.sql(REMAINING)
                .param("tenant", tenant)
                .param("community", communityId)
                .param("after", after)
                .query(Integer.class)
                .single();
    }
}
