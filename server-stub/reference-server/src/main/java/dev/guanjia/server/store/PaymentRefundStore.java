package dev.guanjia.server.store;

import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.billing.settlement.Refund;
import dev.guanjia.billing.settlement.RefundPaid;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
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
                r.paid_on, r.kept_minor, r.version, p.unit_id
            from payment_refund r join payment p on p.tenant = r.tenant and p.id = r.payment_id
            where r.tenant = :tenant
            """;
    private static final String LIST =
            SELECT
                    + """
                     and r.seq > :after and (cast(:payment as text) is null
                        or r.payment_id = :payment)
                    order by r.seq limit :fetch
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

    private final JdbcClient db;

    PaymentRefundStore(JdbcClient db) {
        this.db = db;
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
            long version) {}

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
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", wanted.id())
                .param("payment", wanted.payment().value())
                .param("source", wanted.source().name())
                .param("amount", wanted.amount().minorUnits())
                .param("currency", wanted.amount().currency().getCurrencyCode())
                .param("reason", wanted.reason())
                .param("state", Refund.State.PROPOSED.name())
                .param("on", wanted.proposedOn())
                .param("by", wanted.proposer().staff().value())
                .param("post", wanted.proposer().post().value())
                .param("authority", wanted.proposer().authorityVersion())
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
        db.sql(DECIDE)
                .param("tenant", tenant)
                .param("id", refund.proposal().id())
                .param("state", refund.state().name())
                .param("on", decision.on())
                .param("by", decision.by().staff().value())
                .param("post", decision.by().post().value())
                .param("authority", decision.by().authorityVersion())
                .param("reference", decision.reference())
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
        db.sql(PAY)
                .param("tenant", tenant)
                .param("id", event.refund().proposal().id())
                .param("method", event.method().name())
                .param("on", event.on())
                .param("by", by.staff().value())
                .param("post", by.post().value())
                .param("authority", by.authorityVersion())
                .param("kept", event.kept().minorUnits())
                .update();
    }

    /**
     * Reads a refund.
     *
     * @param tenant the company
     * @param id the refund id
     * @return empty if there is none
     */
    public Optional<RefundRow> find(String tenant, String id) {
        return read(SELECT + " and r.id = :id", tenant, id);
    }

    /**
     * Reads a refund and keeps others from changing it until the transaction ends.
     *
     * @param tenant the company
     * @param id the refund id
     * @return empty if there is none
     */
    public Optional<RefundRow> lock(String tenant, String id) {
        return read(SELECT + " and r.id = :id for no key update of r", tenant, id);
    }

    private Optional<RefundRow> read(String sql, String tenant, String id) {
        return db.sql(sql)
                .param("tenant", tenant)
                .param("id", id)
                .query(PaymentRefundStore::row)
                .optional();
    }

    /**
     * Lists refunds in the order in which they were proposed.
     *
     * @param tenant the company
     * @param paymentId of which payment; null for any
     * @param request which page
     * @return the page
     */
    public Page<RefundRow> list(String tenant, @Nullable String paymentId, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("payment", paymentId)
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(PaymentRefundStore::row)
                        .list(),
                request,
                row -> String.valueOf(row.seq()));
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
                new Refund(proposal, state, approval(state, decision)),
                row.getString("unit_id"),
                decision,
                payout(row),
                row.getLong("seq"),
                row.getLong("version"));
    }

    private static Refund.@Nullable Approval approval(
            Refund.State state, Optional<PaymentDecision> decision) {
        return state == Refund.State.REJECTED
                ? null
                : decision.map(
                                yes ->
                                        new Refund.Approval(
                                                yes.by(),
                                                String.valueOf(yes.reference()),
                                                yes.on()))
                        .orElse(null);
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
