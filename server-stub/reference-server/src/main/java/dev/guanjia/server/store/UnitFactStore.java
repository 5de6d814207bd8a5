package dev.guanjia.server.store;

import dev.guanjia.billing.BilledSpan;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.MeterSpan;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.meter.MeterId;
import dev.guanjia.property.meter.ReadingId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was charged to units before, for many units at once. */
@Repository
public class UnitFactStore {

    /** Where one charge goes on from the other, and both are of long ago, they are told as one. */
    private static final String BILLED =
            """
            with part as (
                select c.*, lag(c.closing_reading_id) over each as before,
                    lag(c.period_end) over each > :recent as after_recent
                from (select r.*, r.charge_id as id from charge_reading r
                    where r.tenant = :tenant and r.meter_id = any(cast(:meters as text[]))) c
                where
            """
                    + Sql.STANDS
                    + """
                window each as (partition by meter_id, fee_item order by closing_on, opening_value)
            ),
            stretch as (
                select *, count(*) filter (
                        where period_end > :recent or after_recent or before is null
                            or opening_reading_id is distinct from before)
                    over (partition by meter_id, fee_item order by closing_on, opening_value)
                    as number
                from part
            )
            select meter_id, fee_item,
                (array_agg(opening_reading_id order by closing_on, opening_value))[1] as opening_id,
                (array_agg(opening_value order by closing_on, opening_value))[1] as opening,
                (array_agg(closing_reading_id order by closing_on desc, opening_value desc))[1]
                    as closing_id,
                (array_agg(closing_value order by closing_on desc, opening_value desc))[1]
                    as closing,
                sum(closing_value - opening_value + adjustment) as used,
                min(period_start) as period_start, max(period_end) as period_end
            from stretch group by meter_id, fee_item, number
            order by meter_id, fee_item, number
            """;

    /**
     * Unit by unit: asked for all of them, a database that has not counted rows reads them all. And
     * the tenant is no more than compared, for to such a database any key that begins with it is as
     * good as the one of the unit.
     */
    private static final String CHARGED =
            """
            select c.unit_id, c.fee_item, c.period_start, c.period_end
            from unnest(cast(:units as text[])) u (id)
            cross join lateral (
                select c.unit_id, c.fee_item, c.period_start, c.period_end from charge c
                where c.tenant || '' = :tenant and c.unit_id = u.id
                    and c.period_start < :end and c.period_end > :start
                    and c.work_order_id is null and c.late_with is null
                    and
            """
                    + Sql.STANDS
                    + """
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
     * What the charges that stand bill of meters.
     *
     * @param tenant the company
     * @param meterIds the meters
     * @param recent charges with days from this one on are told one by one
     * @return by meter and fee item; what was not billed is left out
     */
    public Map<MeterId, Map<FeeItemId, List<BilledSpan>>> billed(
            String tenant, Collection<String> meterIds, LocalDate recent) {
        Map<MeterId, Map<FeeItemId, List<BilledSpan>>> billed = new HashMap<>();
        if (meterIds.isEmpty()) {
            return billed;
        }
        db.sql(BILLED)
                .param("tenant", tenant)
                .param("meters", Sql.array(meterIds, id -> id))
                .param("recent", recent)
                .query(
                        row -> {
                            BilledSpan each = span(row);
                            billed.computeIfAbsent(each.span().meter(), any -> new HashMap<>())
                                    .computeIfAbsent(
                                            new FeeItemId(row.getString("fee_item")),
                                            any -> new ArrayList<>())
                                    .add(each);
                        });
        return billed;
    }

    private static BilledSpan span(ResultSet row) throws SQLException {
        Rational from = Sql.rational(Sql.decimal(row, "opening"));
        Rational to = Sql.rational(Sql.decimal(row, "closing"));
        Rational used = Sql.rational(Sql.decimal(row, "used"));
        String opening = row.getString("opening_id");
        return new BilledSpan(
                period(row),
                new MeterSpan(
                        new MeterId(row.getString("meter_id")),
                        opening == null ? null : new ReadingId(opening),
                        from,
                        new ReadingId(row.getString("closing_id")),
                        to,
                        used.minus(to.minus(from))));
    }

    private static ServicePeriod period(ResultSet row) throws SQLException {
        return new ServicePeriod(
                row.getObject("period_start", LocalDate.class),
                row.getObject("period_end", LocalDate.class));
    }

    /**
     * What units were charged for some days of a period already, reversed charges left out.
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
                                        period(row)))
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
