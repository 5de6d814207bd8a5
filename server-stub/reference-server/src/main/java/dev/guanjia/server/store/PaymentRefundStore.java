package dev.guanjia.server.store;

import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.billing.settlement.Refund;
import dev.guanjia.billing.settlement.RefundPaid;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code payment_refund}. */
@Repository
public class PaymentRefundStore {

    private static final String INSERT =
            """
            insert into payment_refund (tenant, id, payment_id, source, amount_minor, currency,
                reason, state, proposed_on, proposed_by, proposed_as, proposed_under, recorded_at)
            values (:tenant, :id, :payment, :source, :amount, :currency,
                :reason, :state, :on, :by, :post, :authority, :at)
            """;
    private static final String SELECT =
            """
            select r.id, r.seq, r.payment_id, r.source, r.amount_minor, r.currency, r.reason,
                r.state, r.proposed_on, r.proposed_by, r.proposed_as, r.proposed_under,
                r.decided_on, r.decided_by, r.decided_as, r.decided_under, r.reference, r.method,
                r.paid_on, r.kept_minor, r.cancelled_on, r.cancelled_by, r.cancelled_as,
                r.cancelled_under, r.cancel_reason, r.version, p.unit_id
            from payment_refund r join payment p on p.tenant = r.tenant and p.id = r.payment_id
            where r.tenant = :tenant
            """;
    private static final String DECIDE =
            """
            update payment_refund set state = :state, decided_on = :on, decided_by = :by,
                decided_as = :post, decided_under = :authority, reference = :reference,
                version = version + 1
            where tenant = :tenant and id = :id
            """;
    private static final String PAY =
            """
            update payment_refund set state = 'PAID', method = :method, paid_on = :on,
                paid_by = :by, paid_as = :post, paid_under = :authority, kept_minor = :kept,
                version = version + 1
            where tenant = :tenant and id = :id
            """;

    private static final String CANCEL =
            """
            update payment_refund set state = 'CANCELLED', cancelled_on = :on, cancelled_by = :by,
                cancelled_as = :post, cancelled_under = :authority, cancel_reason = :reason,
                version = version + 1
            where tenant = :tenant and id = :id
            """;

    private final JdbcClient db;
    private final PaymentCases<RefundRow> cases;

    PaymentRefundStore(JdbcClient db) {
        this.db = db;
        this.cases = new PaymentCases<>(db, SELECT, PaymentRefundStore::row);
    }

    /**
     * Reads the table.
     *
     * @return its rows, one by one and in pages
     */
    public PaymentCases<RefundRow> cases() {
        return cases;
    }

    /**
     * A refund.
     *
     * @param refund what is given back, and where it stands
     * @param unitId for which unit the payment was
     * @param decision who said yes or no; empty before
     * @param payout how the money left; empty before
     * @param seq grows with every refund
     * @param version counted from 1
     */
    public record RefundRow(
            Refund refund,
            String unitId,
            Optional<PaymentDecision> decision,
            Optional<Payout> payout,
            long seq,
            long version)
            implements PaymentCase {

        @Override
        public String id() {
            return refund.proposal().id();
        }

        @Override
        public Actor proposer() {
            return refund.proposal().proposer();
        }
    }

    /**
     * How the money left.
     *
     * @param method by which way
     * @param on the day
     * @param kept how much of it had been kept for charges to come
     */
    public record Payout(String method, LocalDate on, Money kept) {}

    /**
     * Adds a proposal.
     *
     * @param tenant the company
     * @param wanted what is asked
     * @param at when
     */
    public void add(String tenant, Refund.Proposal wanted, Instant at) {
        PaymentCases.by(db.sql(INSERT), wanted.proposer())
                .param("tenant", tenant)
                .param("id", wanted.id())
                .param("payment", wanted.payment().value())
                .param("source", wanted.source().name())
                .param("amount", wanted.amount().minorUnits())
                .param("currency", wanted.amount().currency().getCurrencyCode())
                .param("reason", wanted.reason())
                .param("state", Refund.State.PROPOSED.name())
                .param("on", wanted.proposedOn())
                .param("at", Sql.at(at))
                .update();
    }

    /**
     * Keeps a decision.
     *
     * @param tenant the company
     * @param refund how it stands now
     * @param decision who decided
     */
    public void decide(String tenant, Refund refund, PaymentDecision decision) {
        PaymentCases.decided(db.sql(DECIDE), decision)
                .param("tenant", tenant)
                .param("id", refund.proposal().id())
                .param("state", refund.state().name())
                .update();
    }

    /**
     * Keeps that the money has left.
     *
     * @param tenant the company
     * @param event how
     * @param by who handed it over
     */
    public void pay(String tenant, RefundPaid event, Actor by) {
        PaymentCases.by(db.sql(PAY), by)
                .param("tenant", tenant)
                .param("id", event.refund().proposal().id())
                .param("method", event.method().name())
                .param("on", event.on())
                .param("kept", event.kept().minorUnits())
                .update();
    }

    /**
     * Keeps that an approved refund was given up.
     *
     * @param tenant the company
     * @param id which refund
     * @param given by whom, why, when
     */
    public void cancel(String tenant, String id, Refund.Cancellation given) {
        PaymentCases.by(db.sql(CANCEL), given.by())
                .param("tenant", tenant)
                .param("id", id)
                .param("on", given.on())
                .param("reason", given.reason())
                .update();
    }

    private static RefundRow row(ResultSet row, int index) throws SQLException {
        Refund.Proposal proposal =
                new Refund.Proposal(
                        row.getString("id"),
                        new PaymentId(row.getString("payment_id")),
                        Refund.Source.valueOf(row.getString("source")),
                        ChargeStore.money(row, "amount_minor"),
                        row.getString("reason"),
                        PaymentDecision.actor(row, "proposed"),
                        row.getObject("proposed_on", LocalDate.class));
        Optional<PaymentDecision> decision = PaymentDecision.of(row);
        Refund.State state = Refund.State.valueOf(row.getString("state"));
        return new RefundRow(
                new Refund(proposal, state, approval(state, decision), cancellation(row)),
                row.getString("unit_id"),
                decision,
                payout(row),
                row.getLong("seq"),
                row.getLong("version"));
    }

    private static Refund.@Nullable Approval approval(
            Refund.State state, Optional<PaymentDecision> decision) {
        return state == Refund.State.REJECTED || state == Refund.State.WITHDRAWN
                ? null
                : decision.map(
                                yes ->
                                        new Refund.Approval(
                                                yes.by(),
                                                String.valueOf(yes.reference()),
                                                yes.on()))
                        .orElse(null);
    }

    private static Refund.@Nullable Cancellation cancellation(ResultSet row) throws SQLException {
        String reason = row.getString("cancel_reason");
        return reason == null
                ? null
                : new Refund.Cancellation(
                        PaymentDecision.actor(row, "cancelled"),
                        reason,
                        row.getObject("cancelled_on", LocalDate.class));
    }

    private static Optional<Payout> payout(ResultSet row) throws SQLException {
        String method = row.getString("method");
        return method == null
                ? Optional.empty()
                : Optional.of(
                        new Payout(
                                method,
                                row.getObject("paid_on", LocalDate.class),
                                ChargeStore.money(row, "kept_minor")));
    }
}
