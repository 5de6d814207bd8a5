package dev.guanjia.server.store;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.money.Money;
import dev.guanjia.reaction.ChargeFact;
import dev.guanjia.reaction.SettlementFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows that quality figures count. */
@Repository
public class QualityFactStore {

    /** Of a run's charges the month of the run, however their days lie; of others their first. */
    private static final String DUE =
            """
            with due as (
                select c.*
                from bill_run r
                join charge c on c.tenant = r.tenant and c.bill_run_id = r.id
                where r.tenant = :tenant and r.period = :month and binds_on(c, r) is not null
                union all
                select c.*
                from charge c
                where c.tenant = :tenant and c.bill_run_id is null and c.entered_on is not null
                    and c.period_start >= :month
                    and c.period_start < cast(:month as date) + interval '1 month'
            ),
            standing as (
                select * from due c
                where
            """
                    + Sql.STANDS
                    + """
            )
            """;

    private static final String CHARGES =
            DUE
                    + """
                    select id, fee_item, amount_minor, currency from standing order by seq
                    """;
    private static final String ALLOCATIONS =
            DUE
                    + """
                    select m.source_id as document, m.charge_id, m.amount_minor, c.currency,
                        m.on_day as day
                    from standing c
                    join charge_movement m on m.tenant = c.tenant and m.charge_id = c.id
                    where m.kind in ('ALLOCATION', 'ALLOCATION_REVERSED', 'PREPAYMENT_USED')
                    order by m.line
                    """;
    private static final String WAIVERS =
            DUE
                    + """
                    select w.id as document, w.charge_id, w.amount_minor, w.currency,
                        w.signed_on as day
                    from standing c
                    join waiver w on w.tenant = c.tenant and w.charge_id = c.id
                    where w.state = 'POSTED'
                    order by w.seq
                    """;

    private final JdbcClient db;

    QualityFactStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Charges of a month that bind: those of the month's runs, whichever days they are for.
     *
     * @param tenant the company
     * @param month which
     * @param managementFees the fee items that count as management fee
     * @return in the order of calculation
     */
    public List<ChargeFact> charges(String tenant, YearMonth month, Set<FeeItemId> managementFees) {
        return db.sql(CHARGES)
                .param("tenant", tenant)
                .param("month", month.atDay(1))
                .query(
                        (row, index) -> {
                            FeeItemId item = new FeeItemId(row.getString("fee_item"));
                            return new ChargeFact(
                                    new ChargeId(row.getString("id")),
                                    item,
                                    month,
                                    money(row),
                                    managementFees.contains(item));
                        })
                .list();
    }

    /**
     * What payments paid of a month's charges, whenever they came.
     *
     * @param tenant the company
     * @param month which
     * @return in the order of the payments
     */
    public List<SettlementFact> allocations(String tenant, YearMonth month) {
        return settlements(ALLOCATIONS, tenant, month);
    }

    /**
     * What was waived of a month's charges, whenever it was signed.
     *
     * @param tenant the company
     * @param month which
     * @return in the order of the proposals
     */
    public List<SettlementFact> waivers(String tenant, YearMonth month) {
        return settlements(WAIVERS, tenant, month);
    }

    private List<SettlementFact> settlements(String sql, String tenant, YearMonth month) {
        return db.sql(sql)
                .param("tenant", tenant)
                .param("month", month.atDay(1))
                .query(
                        (row, index) ->
                                new SettlementFact(
                                        row.getString("document"),
                                        new ChargeId(row.getString("charge_id")),
                                        money(row),
                                        row.getObject("day", LocalDate.class)))
                .list();
    }

    private static Money money(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Money(currency, row.getLong("amount_minor"));
    }
}
