package dev.guanjia.server.store;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.billing.settlement.Prepayment;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is kept of payments for charges to come. */
@Repository
public class KeptPaymentStore {

    private static final String LEFT =
            """
            select p.id, p.unit_id, p.payer, p.prepaid_item, p.paid_on, p.currency,
                y.first_day, y.end_day,
                p.prepayment_minor
                    - (select coalesce(sum(m.amount_minor), 0) from charge_movement m
                        where m.tenant = p.tenant and m.source_id = p.id
                            and m.kind = 'PREPAYMENT_USED')
                    - (select coalesce(sum(f.kept_minor), 0) from payment_refund f
                        where f.tenant = p.tenant and f.payment_id = p.id and f.state = 'PAID')
                    as left_minor
            from payment p
            left join prepaid_year y on y.tenant = p.tenant and y.payment_id = p.id
            where p.tenant = :tenant
                and not exists (select 1 from payment_reversal r where r.tenant = p.tenant
                    and r.payment_id = p.id and r.state = 'POSTED')
            """;
    private static final String KEPT =
            "select * from ("
                    + LEFT
                    + " and p.unit_id = :unit) kept where left_minor > 0 order by paid_on, id";

    /** What was kept once, or given back by a charge: of other payments nothing can be left. */
    private static final String KEEPING =
            """
            with place as (select unnest(cast(:units as text[])) as unit_id),
            candidate as (
                select k.id from payment k join place on place.unit_id = k.unit_id
                where k.tenant = :tenant and k.prepayment_minor > 0
                union
                select m.source_id from charge_movement m
                where m.tenant = :tenant and m.kind = 'PREPAYMENT_USED' and m.amount_minor < 0)
            select distinct unit_id from (
            """
                    + LEFT
                    + """
                     and p.id in (select id from candidate)
                        and p.unit_id in (select unit_id from place)) kept
                    where left_minor > 0 order by unit_id
                    """;

    private static final String LATER =
            "select distinct cast(date_trunc('month', paid_on) as date) as month from ("
                    + LEFT
                    + """
                     and p.paid_on >= :from and exists (select 1 from charge c
                        where c.tenant = p.tenant and c.bill_run_id = :run
                            and c.unit_id = p.unit_id)) kept
                    where left_minor > 0 order by 1
                    """;

    private final JdbcClient db;

    KeptPaymentStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Reads what is kept for a unit.
     *
     * @param tenant the company
     * @param unitId the unit
     * @return by day and id of the payment
     */
    public List<Prepayment> kept(String tenant, String unitId) {
        return db.sql(KEPT)
                .param("tenant", tenant)
                .param("unit", unitId)
                .query((row, index) -> prepayment(row))
                .list();
    }

    /**
     * The units for which something is kept.
     *
     * @param tenant the company
     * @param unitIds of these units
     * @return unit ids, sorted
     */
    public List<String> keeping(String tenant, Collection<String> unitIds) {
        return db.sql(KEEPING)
                .param("tenant", tenant)
                .param("units", Sql.array(unitIds, id -> id))
                .query(String.class)
                .list();
    }

    /**
     * The months after one in which something came that is kept for the units of a bill run.
     *
     * @param tenant the company
     * @param runId the bill run
     * @param month which
     * @return in their order
     */
    public List<YearMonth> later(String tenant, String runId, YearMonth month) {
        return db
                .sql(LATER)
                .param("tenant", tenant)
                .param("run", runId)
                .param("from", month.plusMonths(1).atDay(1))
                .query(LocalDate.class)
                .list()
                .stream()
                .map(YearMonth::from)
                .toList();
    }

    private static @Nullable ServicePeriod year(ResultSet row) throws SQLException {
        LocalDate first = row.getObject("first_day", LocalDate.class);
        return first == null
                ? null
                : new ServicePeriod(first, row.getObject("end_day", LocalDate.class));
    }

    private static Prepayment prepayment(ResultSet row) throws SQLException {
        String item = row.getString("prepaid_item");
        return new Prepayment(
                new PaymentId(row.getString("id")),
                new UnitId(row.getString("unit_id")),
                Payer.parse(row.getString("payer")),
                item == null ? null : new FeeItemId(item),
                year(row),
                row.getObject("paid_on", LocalDate.class),
                ChargeStore.money(row, "left_minor"));
    }
}
