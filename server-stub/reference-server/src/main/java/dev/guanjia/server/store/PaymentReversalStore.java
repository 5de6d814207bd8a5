package dev.guanjia.server.store;

import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.billing.settlement.PaymentReversal;
import dev.guanjia.billing.settlement.PaymentReversal.Request;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code payment_reversal}. */
@Repository
public class PaymentReversalStore {

    private static final String INSERT =
            """
            insert into payment_reversal (tenant, id, payment_id, cause, reason, state,
                proposed_on, proposed_by, proposed_as, proposed_under, recorded_at)
            values (:tenant, :id, :payment, :cause, :reason, :state,
                :on, :by, :post, :authority, :at)
            """;
    private static final String SELECT =
            """
            select r.id, r.seq, r.payment_id, r.cause, r.reason, r.state, r.proposed_on,
                r.proposed_by, r.proposed_as, r.proposed_under, r.decided_on, r.decided_by,
                r.decided_as, r.decided_under, r.reference, r.version, p.unit_id
            from payment_reversal r join payment p on p.tenant = r.tenant and p.id = r.payment_id
            where r.tenant = :tenant
            """;
    private static final String DECIDE =
            """
            update payment_reversal set state = :state, decided_on = :on, decided_by = :by,
                decided_as = :post, decided_under = :authority, reference = :reference,
                kept_minor = :kept, version = version + 1
            where tenant = :tenant and id = :id
            """;

    private final JdbcClient db;
    private final PaymentCases<ReversalRow> cases;

    PaymentReversalStore(JdbcClient db) {
        this.db = db;
        this.cases = new PaymentCases<>(db, SELECT, PaymentReversalStore::row);
    }

    /**
     * Reads the table.
     *
     * @return its rows, one by one and in pages
     */
    public PaymentCases<ReversalRow> cases() {
        return cases;
    }

    /**
     * A reversal.
     *
     * @param request what is asked, and where it stands
     * @param unitId for which unit the payment was
     * @param decision who said yes or no; empty before
     * @param seq grows with every reversal
     * @param version counted from 1
     */
    public record ReversalRow(
            Request request,
            String unitId,
            Optional<PaymentDecision> decision,
            long seq,
            long version)
            implements PaymentCase {

        @Override
        public String id() {
            return request.id();
        }

        @Override
        public Actor proposer() {
            return request.proposer();
        }
    }

    /**
     * Adds a proposal.
     *
     * @param tenant the company
     * @param request what is asked
     * @param at when
     */
    public void add(String tenant, Request request, Instant at) {
        PaymentCases.by(db.sql(INSERT), request.proposer())
                .param("tenant", tenant)
                .param("id", request.id())
                .param("payment", request.payment().value())
                .param("cause", request.cause().name())
                .param("reason", request.reason())
                .param("state", request.state().name())
                .param("on", request.proposedOn())
                .param("at", Sql.at(at))
                .update();
    }

    /**
     * Keeps a decision.
     *
     * @param tenant the company
     * @param request how it stands now
     * @param decision who decided
     * @param kept what had been kept of the payment
     */
    public void decide(String tenant, Request request, PaymentDecision decision, Money kept) {
        PaymentCases.decided(db.sql(DECIDE), decision)
                .param("tenant", tenant)
                .param("id", request.id())
                .param("state", request.state().name())
                .param("kept", kept.minorUnits())
                .update();
    }

    private static ReversalRow row(ResultSet row, int index) throws SQLException {
        Request request =
                new Request(
                        row.getString("id"),
                        new PaymentId(row.getString("payment_id")),
                        PaymentReversal.Cause.valueOf(row.getString("cause")),
                        row.getString("reason"),
                        PaymentDecision.actor(row, "proposed"),
                        row.getObject("proposed_on", LocalDate.class),
                        PaymentReversal.State.valueOf(row.getString("state")));
        return new ReversalRow(
                request,
                row.getString("unit_id"),
                PaymentDecision.of(row),
                row.getLong("seq"),
                row.getLong("version"));
    }
}
