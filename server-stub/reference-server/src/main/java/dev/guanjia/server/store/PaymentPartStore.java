package dev.guanjia.server.store;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.billing.settlement.PaymentTaken;
import dev.guanjia.money.Money;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What payments settle of charges. What a reversal or a refund of a payment opened again counts
 * against that payment, and not as a payment of its own.
 */
@Repository
public class PaymentPartStore {

    private static final String PARTS =
            """
            , part as (
                select m.charge_id, coalesce(v.payment_id, f.payment_id, m.source_id) as payment_id,
                    sum(m.amount_minor) as minor, min(m.line) as first,
                    max(m.line) filter (where m.amount_minor > 0) as latest
                from named n
                join charge_movement m on m.tenant = :tenant and m.charge_id = n.charge_id
                    and m.kind in ('ALLOCATION', 'ALLOCATION_REVERSED', 'PREPAYMENT_USED')
                left join payment_reversal v on v.tenant = m.tenant and v.id = m.source_id
                left join payment_refund f on f.tenant = m.tenant and f.id = m.source_id
                group by m.charge_id, 2
                having sum(m.amount_minor) > 0)
            """;
    private static final String STANDING =
            "with named as (select cast(:charge as text) as charge_id)"
                    + PARTS
                    + """
                    select p.payment_id, p.minor, c.currency
                    from part p join charge c on c.tenant = :tenant and c.id = p.charge_id
                    order by p.latest desc
                    """;
    private static final String PAID_OUT =
            """
            with named as (
                select r.charge_id, sum(r.paid_out_minor) as paid_out
                from charge_refund r
                where r.tenant = :tenant and r.charge_id in (
                    select m.charge_id from charge_movement m where m.tenant = :tenant
                        and m.source_id = any(cast(:payments as text[])))
                group by r.charge_id)
            """
                    + PARTS
                    + """
                    , share as (
                        select p.payment_id, p.charge_id, least(p.minor, n.paid_out
                            + p.minor - sum(p.minor) over (partition by p.charge_id order by p.first)
                            ) as minor
                        from part p join named n on n.charge_id = p.charge_id)
                    select s.payment_id, s.charge_id, s.minor, c.currency
                    from share s join charge c on c.tenant = :tenant and c.id = s.charge_id
                    where s.minor > 0 and s.payment_id = any(cast(:payments as text[]))
                    """;

    private final JdbcClient db;

    PaymentPartStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Reads which payments settle a charge.
     *
     * @param tenant the company
     * @param charge the charge
     * @return what is left in it of each, more than zero, the one that came last first
     */
    public Map<PaymentId, Money> standing(String tenant, ChargeId charge) {
        Map<PaymentId, Money> parts = new LinkedHashMap<>();
        db.sql(STANDING)
                .param("tenant", tenant)
                .param("charge", charge.value())
                .query(
                        row -> {
                            parts.put(
                                    new PaymentId(row.getString("payment_id")),
                                    ChargeStore.money(row, "minor"));
                        });
        return parts;
    }

    /**
     * Reads what refunds of charges paid out of the payments that settle them, the one that came
     * first at first.
     *
     * @param tenant the company
     * @param taken the payments
     * @return by payment and charge; no more than the payment settles of the charge
     */
    public Map<PaymentId, Map<ChargeId, Money>> paidOut(
            String tenant, Collection<PaymentTaken> taken) {
        Map<PaymentId, Map<ChargeId, Money>> parts = new HashMap<>();
        db.sql(PAID_OUT)
                .param("tenant", tenant)
                .param("payments", Sql.array(taken, each -> each.payment().id().value()))
                .query(
                        row -> {
                            parts.computeIfAbsent(
                                            new PaymentId(row.getString("payment_id")),
                                            any -> new HashMap<>())
                                    .put(
                                            new ChargeId(row.getString("charge_id")),
                                            ChargeStore.money(row, "minor"));
                        });
        return parts;
    }
}
