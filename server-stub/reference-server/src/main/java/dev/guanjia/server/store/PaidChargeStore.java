package dev.guanjia.server.store;

import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.workorder.paid.Refund;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The charges of paid work, and the table {@code charge_refund}. */
@Repository
public class PaidChargeStore {

    private static final String CHARGE =
            """
            insert into charge (tenant, id, work_order_id, entered_on, unit_id, fee_item,
                period_start, period_end, payer, amount_minor, tax_minor, currency, due_on,
                trace)
            values (:tenant, :id, :order, :day, :unit, :item,
                :start, :end, :payer, :amount, :tax, :currency, :due, cast(:trace as jsonb))
            """;
    private static final String WAIVED =
            """
            select coalesce(sum(amount_minor), 0) from waiver
            where tenant = :tenant and charge_id = :charge and state = 'POSTED'
            """;
    private static final String REFUND =
            """
            insert into charge_refund (tenant, id, work_order_id, charge_id, amount_minor,
                paid_out_minor, currency, method, reason, refunded_on, approved_at, recorded_at,
                approved_by, acting_post, authority_version)
            values (:tenant, :id, :order, :charge, :amount, :paidOut, :currency, :method,
                :reason, :day, :approved, :recorded, :by, :post, :authority)
            """;
    private static final String REFUNDS =
            """
            select id, charge_id, amount_minor, paid_out_minor, currency, method, reason,
                refunded_on, approved_at, approved_by, acting_post, authority_version
            from charge_refund where tenant = :tenant and work_order_id = :order order by seq
            """;

    private final JdbcClient db;
    private final ChargeMovementStore movements;

    PaidChargeStore(JdbcClient db, ChargeMovementStore movements) {
        this.db = db;
        this.movements = movements;
    }

    /**
     * What was given back of a charge.
     *
     * @param id names it
     * @param chargeId of which charge
     * @param refund how much and why, by whom and when
     * @param paidOut how much of it was paid out
     * @param method how; null if nothing was
     * @param on the accounting day
     */
    public record RefundRow(
            String id,
            String chargeId,
            Refund refund,
            Money paidOut,
            @Nullable String method,
            LocalDate on) {}

    /**
     * Adds the charge of an order, which binds at once.
     *
     * @param tenant the company
     * @param charge its key names the order
     * @param day from when on it binds
     */
    public void add(String tenant, Charge charge, LocalDate day) {
        db.sql(CHARGE)
                .param("tenant", tenant)
                .param("id", charge.id().value())
                .param("order", charge.key().order())
                .param("day", day)
                .param("unit", charge.key().unit().value())
                .param("item", charge.key().feeItem().value())
                .param("start", charge.key().period().start())
                .param("end", charge.key().period().end())
                .param("payer", charge.payer().toString())
                .param("amount", charge.amount().minorUnits())
                .param("tax", charge.taxed().tax().minorUnits())
                .param("currency", charge.amount().currency().getCurrencyCode())
                .param("due", charge.dueOn())
                .param("trace", TraceJson.write(charge.trace()))
                .update();
    }

    /**
     * How much of a charge was waived.
     *
     * @param tenant the company
     * @param chargeId the charge
     * @param currency of the charge
     * @return zero or more
     */
    public Money waived(String tenant, String chargeId, Currency currency) {
        return new Money(
                currency,
                db.sql(WAIVED)
                        .param("tenant", tenant)
                        .param("charge", chargeId)
                        .query(Long.class)
                        .single());
    }

    /**
     * Adds a refund.
     *
     * @param tenant the company
     * @param orderId of which order
     * @param row the refund
     * @param recordedAt when the row is made
     */
    public void add(String tenant, String orderId, RefundRow row, Instant recordedAt) {
        Refund refund = row.refund();
        db.sql(REFUND)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("order", orderId)
                .param("charge", row.chargeId())
                .param("amount", refund.amount().minorUnits())
                .param("paidOut", row.paidOut().minorUnits())
                .param("currency", refund.amount().currency().getCurrencyCode())
                .param("method", row.method())
                .param("reason", refund.reason())
                .param("day", row.on())
                .param("approved", Sql.at(refund.at()))
                .param("recorded", Sql.at(recordedAt))
                .param("by", refund.actor().staff().value())
                .param("post", refund.actor().post().value())
                .param("authority", refund.actor().authorityVersion())
                .update();
        Money unpaid = refund.amount().minus(row.paidOut());
        if (unpaid.isPositive()) {
            movements.add(tenant, List.of(movement(row, unpaid)));
        }
    }

    private static ChargeMovement movement(RefundRow row, Money unpaid) {
        return new ChargeMovement(
                new ChargeId(row.chargeId()),
                row.on(),
                ChargeMovement.Kind.REFUND,
                unpaid,
                row.id());
    }

    /**
     * Reads what was given back for an order.
     *
     * @param tenant the company
     * @param orderId the order
     * @return oldest first
     */
    public List<RefundRow> refunds(String tenant, String orderId) {
        return db.sql(REFUNDS)
                .param("tenant", tenant)
                .param("order", orderId)
                .query(PaidChargeStore::refund)
                .list();
    }

    private static RefundRow refund(ResultSet row, int index) throws SQLException {
        Actor actor =
                new Actor(
                        new StaffId(row.getString("approved_by")),
                        new PostKey(row.getString("acting_post")),
                        row.getString("authority_version"));
        return new RefundRow(
                row.getString("id"),
                row.getString("charge_id"),
                new Refund(
                        ChargeStore.money(row, "amount_minor"),
                        row.getString("reason"),
                        actor,
                        Sql.instant(row, "approved_at")),
                ChargeStore.money(row, "paid_out_minor"),
                row.getString("method"),
                row.getObject("refunded_on", LocalDate.class));
    }
}
