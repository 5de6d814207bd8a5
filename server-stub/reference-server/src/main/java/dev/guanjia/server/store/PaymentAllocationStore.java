package dev.guanjia.server.store;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.settlement.Allocation;
import dev.guanjia.billing.settlement.Payment;
import dev.guanjia.billing.settlement.PaymentTaken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code payment_allocation}. */
@Repository
class PaymentAllocationStore {

    private static final String ALLOCATE =
            """
            insert into payment_allocation (tenant, payment_id, line, charge_id, amount_minor)
            select :tenant, payment, cast(line as int), charge, cast(amount as bigint)
            from unnest(cast(:payments as text[]), cast(:lines as text[]),
                cast(:charges as text[]), cast(:amounts as text[]))
                as a(payment, line, charge, amount)
            """;
    private static final String ALLOCATIONS =
            """
            select a.payment_id, a.charge_id, a.amount_minor,
                coalesce(c.work_order_id, c.late_with) as key_order,
                c.unit_id, c.fee_item,
                c.period_start, c.period_end, c.currency
            from payment_allocation a
            join charge c on c.tenant = a.tenant and c.id = a.charge_id
            where a.tenant = :tenant and a.payment_id = any(cast(:payments as text[]))
            order by a.payment_id, a.line
            """;

    private final JdbcClient db;
    private final ChargeMovementStore movements;

    PaymentAllocationStore(JdbcClient db, ChargeMovementStore movements) {
        this.db = db;
        this.movements = movements;
    }

    /** A part of a payment, counted from 1. */
    private record Line(String payment, int number, Allocation part) {}

    /** Takes what a payment settles off what is open of the charges. */
    void settle(String tenant, PaymentTaken taken) {
        Payment payment = taken.payment();
        movements.add(
                tenant, taken.allocations().stream().map(part -> movement(payment, part)).toList());
    }

    /** Keeps what payments that were added settle. */
    void add(String tenant, List<PaymentTaken> taken) {
        List<Line> lines = new ArrayList<>();
        for (PaymentTaken one : taken) {
            int number = 0;
            for (Allocation part : one.allocations()) {
                number++;
                lines.add(new Line(one.payment().id().value(), number, part));
            }
        }
        db.sql(ALLOCATE)
                .param("tenant", tenant)
                .param("payments", Sql.array(lines, Line::payment))
                .param("lines", Sql.array(lines, line -> String.valueOf(line.number())))
                .param("charges", Sql.array(lines, line -> line.part().charge().value()))
                .param(
                        "amounts",
                        Sql.array(lines, line -> String.valueOf(line.part().amount().minorUnits())))
                .update();
    }

    private static ChargeMovement movement(Payment payment, Allocation part) {
        return new ChargeMovement(
                part.charge(),
                payment.paidOn(),
                ChargeMovement.Kind.ALLOCATION,
                part.amount(),
                payment.id().value());
    }

    /** What payments settle, by payment, in the order in which it was settled. */
    Map<String, List<Allocation>> of(String tenant, List<String> payments) {
        Map<String, List<Allocation>> parts = new HashMap<>();
        db.sql(ALLOCATIONS)
                .param("tenant", tenant)
                .param("payments", Sql.array(payments, id -> id))
                .query(
                        row -> {
                            parts.computeIfAbsent(
                                            row.getString("payment_id"), any -> new ArrayList<>())
                                    .add(allocation(row));
                        });
        return parts;
    }

    private static Allocation allocation(ResultSet row) throws SQLException {
        return new Allocation(
                new ChargeId(row.getString("charge_id")),
                ChargeStore.key(row),
                ChargeStore.money(row, "amount_minor"));
    }
}
