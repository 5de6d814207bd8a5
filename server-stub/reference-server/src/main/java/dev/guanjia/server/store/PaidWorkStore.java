package dev.guanjia.server.store;

import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.store.PaidChargeStore.RefundRow;
import dev.guanjia.workorder.paid.PaidState;
import dev.guanjia.workorder.paid.PaidWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code paid_work} and {@code paid_work_event}. */
@Repository
public class PaidWorkStore {

    private static final String SAVE =
            """
            insert into paid_work (tenant, work_order_id, state, content, charge_id, version)
            values (:tenant, :order, :state, cast(:content as jsonb), :charge, :version)
            on conflict (tenant, work_order_id) do update set state = :state,
                content = cast(:content as jsonb), charge_id = :charge, version = :version
            """;
    private static final String SELECT =
            """
            select state, content, charge_id, version from paid_work
            where tenant = :tenant and work_order_id = :order
            """;
    private static final String STATE =
            "select state from paid_work where tenant = :tenant and work_order_id = :order";
    private static final String EVENT =
            """
            insert into paid_work_event (tenant, work_order_id, action, total_minor, currency,
                means, attachment, note, occurred_at, recorded_at, staff_id, acting_post,
                authority_version)
            values (:tenant, :order, :action, :total, :currency,
                :means, :attachment, :note, :occurred, :recorded, :by, :post, :authority)
            """;
    private static final String EVENTS =
            """
            select action, total_minor, currency, means, attachment, note, occurred_at, recorded_at,
                staff_id, acting_post, authority_version
            from paid_work_event where tenant = :tenant and work_order_id = :order order by seq
            """;

    private final JdbcClient db;
    private final PaidChargeStore charges;

    PaidWorkStore(JdbcClient db, PaidChargeStore charges) {
        this.db = db;
        this.charges = charges;
    }

    /**
     * The paid work of an order.
     *
     * @param orderId which order
     * @param work where it stands
     * @param chargeId what it was charged as; null before
     * @param version counted from 1
     */
    public record PaidWorkRow(
            String orderId, PaidWork work, @Nullable String chargeId, long version) {

        /**
         * The row after a change.
         *
         * @param after where it stands then
         * @return the row, one version on
         */
        public PaidWorkRow next(PaidWork after) {
            return new PaidWorkRow(orderId, after, chargeId, version + 1);
        }

        /**
         * The row once it is charged.
         *
         * @param charge what it is charged as
         * @return the row, of the same version
         */
        public PaidWorkRow charged(String charge) {
            return new PaidWorkRow(orderId, work, charge, version);
        }
    }

    /**
     * How an owner's word is known, and what else is to be remembered.
     *
     * @param means how it reached us; null where no owner spoke
     * @param attachment where the paper is kept; null for none
     * @param note null for none
     */
    public record Proof(
            @Nullable String means, @Nullable String attachment, @Nullable String note) {}

    /**
     * Something that was recorded.
     *
     * @param action what
     * @param total what it came to
     * @param proof how we know
     * @param actor who recorded it
     * @param occurredAt when it was done
     * @param recordedAt when the row was made
     */
    public record PaidEvent(
            String action,
            Money total,
            Proof proof,
            Actor actor,
            Instant occurredAt,
            Instant recordedAt) {}

    /**
     * Keeps where the paid work of an order stands.
     *
     * @param tenant the company
     * @param row the first of its order, or the next version of the row that {@link #find} gave
     */
    public void save(String tenant, PaidWorkRow row) {
        db.sql(SAVE)
                .param("tenant", tenant)
                .param("order", row.orderId())
                .param("state", row.work().state().name())
                .param("content", PaidWorkJson.write(row.work()))
                .param("charge", row.chargeId())
                .param("version", row.version())
                .update();
    }

    /**
     * Reads the paid work of an order; who changes it has locked the order.
     *
     * @param tenant the company
     * @param orderId the order
     * @return empty before the first quote
     */
    public Optional<PaidWorkRow> find(String tenant, String orderId) {
        List<RefundRow> refunds = charges.refunds(tenant, orderId);
        return db.sql(SELECT)
                .param("tenant", tenant)
                .param("order", orderId)
                .query(
                        (row, index) ->
                                new PaidWorkRow(
                                        orderId,
                                        PaidWorkJson.read(
                                                row.getString("state"),
                                                row.getString("content"),
                                                refunds.stream().map(RefundRow::refund).toList()),
                                        row.getString("charge_id"),
                                        row.getLong("version")))
                .optional();
    }

    /**
     * Reads only where the paid work of an order stands.
     *
     * @param tenant the company
     * @param orderId the order
     * @return empty before the first quote
     */
    public Optional<PaidState> state(String tenant, String orderId) {
        return db.sql(STATE)
                .param("tenant", tenant)
                .param("order", orderId)
                .query(String.class)
                .optional()
                .map(PaidState::valueOf);
    }

    /**
     * Keeps what was recorded.
     *
     * @param tenant the company
     * @param orderId the order
     * @param event what
     */
    public void add(String tenant, String orderId, PaidEvent event) {
        db.sql(EVENT)
                .param("tenant", tenant)
                .param("order", orderId)
                .param("action", event.action())
                .param("total", event.total().minorUnits())
                .param("currency", event.total().currency().getCurrencyCode())
                .param("means", event.proof().means())
                .param("attachment", event.proof().attachment())
                .param("note", event.proof().note())
                .param("occurred", Sql.at(event.occurredAt()))
                .param("recorded", Sql.at(event.recordedAt()))
                .param("by", event.actor().staff().value())
                .param("post", event.actor().post().value())
                .param("authority", event.actor().authorityVersion())
                .update();
    }

    /**
     * Reads what was recorded about an order.
     *
     * @param tenant the company
     * @param orderId the order
     * @return oldest first
     */
    public List<PaidEvent> events(String tenant, String orderId) {
        return db.sql(EVENTS)
                .param("tenant", tenant)
                .param("order", orderId)
                .query(PaidWorkStore::event)
                .list();
    }

    private static PaidEvent event(ResultSet row, int index) throws SQLException {
        return new PaidEvent(
                row.getString("action"),
                ChargeStore.money(row, "total_minor"),
                new Proof(
                        row.getString("means"), row.getString("attachment"), row.getString("note")),
                new Actor(
                        new StaffId(row.getString("staff_id")),
                        new PostKey(row.getString("acting_post")),
                        row.getString("authority_version")),
                Sql.instant(row, "occurred_at"),
                Sql.instant(row, "recorded_at"));
    }
}
