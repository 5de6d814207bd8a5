package dev.guanjia.server.store;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.settlement.Allocation;
import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.billing.settlement.PaymentReversal;
import dev.guanjia.billing.settlement.PaymentTaken;
import dev.guanjia.billing.settlement.SettledPayment;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has become of payments. */
@Repository
public class SettledPaymentStore {

    private static final String MOVES =
            """
            with document as (
                select id as source_id, id as payment_id
                from unnest(cast(:payments as text[])) as p(id)
                union all
                select id, payment_id from payment_reversal where tenant = :tenant
                    and state = 'POSTED' and payment_id = any(cast(:payments as text[]))
                union all
                select id, payment_id from payment_refund where tenant = :tenant
                    and state = 'PAID' and payment_id = any(cast(:payments as text[])))
            select d.payment_id, m.charge_id, m.amount_minor, m.on_day,
                coalesce(c.work_order_id, c.late_with) as key_order,
                c.unit_id,
                c.fee_item, c.period_start, c.period_end, c.currency
            from document d
            join charge_movement m on m.tenant = :tenant and m.source_id = d.source_id
                and m.kind in ('ALLOCATION', 'ALLOCATION_REVERSED', 'PREPAYMENT_USED')
            join charge c on c.tenant = m.tenant and c.id = m.charge_id
            order by m.line
            """;
    private static final String REFUNDED =
            """
            select payment_id, sum(amount_minor) as minor from payment_refund
            where tenant = :tenant and state = 'PAID'
                and payment_id = any(cast(:payments as text[]))
            group by payment_id
            """;
    private static final String REVERSED =
            """
            select payment_id, cause, reason, reference, decided_by, decided_as, decided_under,
                decided_on
            from payment_reversal
            where tenant = :tenant and state = 'POSTED'
                and payment_id = any(cast(:payments as text[]))
            """;
    private final JdbcClient db;
    private final PaymentPartStore parts;

    SettledPaymentStore(JdbcClient db, PaymentPartStore parts) {
        this.db = db;
        this.parts = parts;
    }

    /** What settles charges, and the day of the last change. */
    private static final class Course {

        private final List<Allocation> standing = new ArrayList<>();
        private LocalDate since;

        Course(LocalDate paidOn) {
            since = paidOn;
        }

        void add(ResultSet row) throws SQLException {
            LocalDate day = row.getObject("on_day", LocalDate.class);
            since = day.isAfter(since) ? day : since;
            move(standing, row);
        }
    }

    /**
     * Reads what has become of payments.
     *
     * @param tenant the company
     * @param taken how they were taken
     * @return by payment id
     */
    public Map<PaymentId, SettledPayment> of(String tenant, Collection<PaymentTaken> taken) {
        Map<String, Course> courses = courses(tenant, taken);
        Map<String, Long> refunded = new HashMap<>();
        query(REFUNDED, tenant, taken)
                .query(
                        row -> {
                            refunded.put(row.getString("payment_id"), row.getLong("minor"));
                        });
        Map<String, PaymentReversal> reversed = new HashMap<>();
        query(REVERSED, tenant, taken)
                .query(
                        row -> {
                            reversed.put(row.getString("payment_id"), reversal(row));
                        });
        Map<PaymentId, SettledPayment> settled = new HashMap<>();
        Map<PaymentId, Map<ChargeId, Money>> paidOut = parts.paidOut(tenant, taken);
        for (PaymentTaken each : taken) {
            String id = each.payment().id().value();
            long minor = refunded.getOrDefault(id, 0L);
            Course course = Objects.requireNonNull(courses.get(id));
            settled.put(
                    each.payment().id(),
                    new SettledPayment(
                            each,
                            course.standing,
                            new Money(each.payment().amount().currency(), minor),
                            paidOut.getOrDefault(each.payment().id(), Map.of()),
                            course.since,
                            reversed.get(id)));
        }
        return settled;
    }

    private JdbcClient.StatementSpec query(
            String sql, String tenant, Collection<PaymentTaken> taken) {
        return db.sql(sql)
                .param("tenant", tenant)
                .param("payments", Sql.array(taken, each -> each.payment().id().value()));
    }

    private Map<String, Course> courses(String tenant, Collection<PaymentTaken> taken) {
        Map<String, Course> courses = new HashMap<>();
        taken.forEach(
                each ->
                        courses.put(
                                each.payment().id().value(), new Course(each.payment().paidOn())));
        query(MOVES, tenant, taken)
                .query(
                        row -> {
                            courses.get(row.getString("payment_id")).add(row);
                        });
        return courses;
    }

    /** What comes stands last; what goes is taken from what stands last of that charge. */
    private static void move(List<Allocation> parts, ResultSet row) throws SQLException {
        ChargeId charge = new ChargeId(row.getString("charge_id"));
        Money amount = ChargeStore.money(row, "amount_minor");
        if (amount.isPositive()) {
            parts.add(new Allocation(charge, ChargeStore.key(row), amount));
            return;
        }
        Money gone = amount.negated();
        for (int i = parts.size() - 1; i >= 0 && gone.isPositive(); i--) {
            Allocation part = parts.get(i);
            if (part.charge().equals(charge)) {
                Money cut = gone.min(part.amount());
                Money rest = part.amount().minus(cut);
                gone = gone.minus(cut);
                parts.remove(i);
                addUnlessZero(parts, i, part, rest);
            }
        }
    }

    private static void addUnlessZero(
            List<Allocation> parts, int index, Allocation part, Money rest) {
        if (rest.isPositive()) {
            parts.add(index, new Allocation(part.charge(), part.key(), rest));
        }
    }

    private static PaymentReversal reversal(ResultSet row) throws SQLException {
        return new PaymentReversal(
                PaymentReversal.Cause.valueOf(row.getString("cause")),
                row.getString("reason"),
                row.getString("reference"),
                new Actor(
                        new StaffId(row.getString("decided_by")),
                        new PostKey(row.getString("decided_as")),
                        row.getString("decided_under")),
                row.getObject("decided_on", LocalDate.class));
    }
}
