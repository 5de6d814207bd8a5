package dev.guanjia.server.store;

import dev.guanjia.billing.settlement.UnitAccount.Kind;
import dev.guanjia.billing.settlement.UnitAccount.Move;
import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to the account of a unit, day by day. */
@Repository
public class UnitAccountStore {

    /** One statement, so that all sums are of one moment. */
    private static final String MOVES =
            """
            select 'CHARGED' as kind, binds_on(c, r) as day,
                sum(c.amount_minor) as minor
            from charge c left join bill_run r on r.tenant = c.tenant and r.id = c.bill_run_id
            where c.tenant = :tenant and c.unit_id = :unit and c.currency = :currency
                and binds_on(c, r) is not null
            group by 2
            union all
            select 'CHARGED', f.refunded_on, -sum(f.amount_minor)
            from charge_refund f join charge c on c.tenant = f.tenant and c.id = f.charge_id
            where c.tenant = :tenant and c.unit_id = :unit and f.currency = :currency
            group by f.refunded_on
            union all
            select 'CHARGED', m.on_day, -sum(m.amount_minor)
            from charge_movement m join charge c on c.tenant = m.tenant and c.id = m.charge_id
            where c.tenant = :tenant and c.unit_id = :unit and c.currency = :currency
                and m.kind in ('WRITE_OFF', 'RECOVERY')
            group by m.on_day
            union all
            select 'PAID', f.refunded_on, -sum(f.paid_out_minor)
            from charge_refund f join charge c on c.tenant = f.tenant and c.id = f.charge_id
            where c.tenant = :tenant and c.unit_id = :unit and f.currency = :currency
            group by f.refunded_on
            union all
            select 'PAID', m.on_day, sum(m.amount_minor)
            from charge_movement m join charge c on c.tenant = m.tenant and c.id = m.charge_id
            where c.tenant = :tenant and c.unit_id = :unit and c.currency = :currency
                and m.kind in ('ALLOCATION', 'ALLOCATION_REVERSED', 'PREPAYMENT_USED')
            group by m.on_day
            union all
            select 'PREPAID', paid_on, sum(prepayment_minor) from payment
            where tenant = :tenant and unit_id = :unit and currency = :currency group by paid_on
            union all
            select 'CHARGED', m.on_day, -sum(m.amount_minor)
            from charge_movement m join charge c on c.tenant = m.tenant and c.id = m.charge_id
            where c.tenant = :tenant and c.unit_id = :unit and c.currency = :currency
                and m.kind = 'CHARGE_REVERSED'
            group by m.on_day
            union all
            select 'PREPAID', m.on_day, -sum(m.amount_minor)
            from payment p join charge_movement m on m.tenant = p.tenant and m.source_id = p.id
                and m.kind = 'PREPAYMENT_USED'
            where p.tenant = :tenant and p.unit_id = :unit and p.currency = :currency
            group by m.on_day
            union all
            select 'PREPAID', f.paid_on, -sum(f.kept_minor)
            from payment_refund f join payment p on p.tenant = f.tenant and p.id = f.payment_id
            where p.tenant = :tenant and p.unit_id = :unit and p.currency = :currency
                and f.state = 'PAID'
            group by f.paid_on
            union all
            select 'PREPAID', v.decided_on, -sum(v.kept_minor)
            from payment_reversal v join payment p on p.tenant = v.tenant and p.id = v.payment_id
            where p.tenant = :tenant and p.unit_id = :unit and p.currency = :currency
                and v.state = 'POSTED'
            group by v.decided_on
            union all
            select 'WAIVED', w.signed_on, sum(w.amount_minor)
            from waiver w join charge c on c.tenant = w.tenant and c.id = w.charge_id
            where c.tenant = :tenant and c.unit_id = :unit and w.state = 'POSTED'
                and w.currency = :currency
            group by w.signed_on
            """;

    private final JdbcClient db;

    UnitAccountStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Reads what happened.
     *
     * @param tenant the company
     * @param unitId the unit
     * @param currency in which currency
     * @return one sum per kind, day and way, in any order; what was given back counts below zero
     */
    public List<Move> moves(String tenant, String unitId, Currency currency) {
        return db.sql(MOVES)
                .param("tenant", tenant)
                .param("unit", unitId)
                .param("currency", currency.getCurrencyCode())
                .query(
                        (row, index) ->
                                new Move(
                                        Kind.valueOf(row.getString("kind")),
                                        row.getObject("day", LocalDate.class),
                                        new Money(currency, row.getLong("minor"))))
                .list();
    }
}
