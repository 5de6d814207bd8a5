package dev.guanjia.server.store;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.waiver.Waiver;
import dev.guanjia.billing.waiver.WaiverGrounds;
import dev.guanjia.billing.waiver.WaiverId;
import dev.guanjia.billing.waiver.WaiverPosted;
import dev.guanjia.billing.waiver.WaiverProposal;
import dev.guanjia.billing.waiver.WaiverRejection;
import dev.guanjia.billing.waiver.WaiverState;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code waiver}. */
@Repository
public class WaiverStore {

    private static final String INSERT =
            """
            insert into waiver (tenant, id, charge_id, amount_minor, currency, reason, attachments,
                state, proposed_on, proposed_by, proposed_as, proposed_under, recorded_at)
            values (:tenant, :id, :charge, :amount, :currency, :reason, cast(:papers as jsonb),
                :state, :on, :by, :post, :authority, :at)
            """;
    private static final String SELECT =
            """
            select w.id, w.seq, w.charge_id, w.amount_minor, w.currency, w.reason, w.attachments,
                w.state, w.proposed_on, w.proposed_by, w.proposed_as, w.proposed_under,
                w.recorded_at, w.signed_on, w.signed_by, w.signed_as, w.authority_version,
                w.version, w.rejected_on, w.rejected_by, w.rejected_as, w.rejected_under,
                coalesce(c.work_order_id, c.late_with) as key_order,
                c.unit_id, c.fee_item, c.period_start, c.period_end
            from waiver w join charge c on c.tenant = w.tenant and c.id = w.charge_id
            where w.tenant = :tenant
            """;
    private static final String LIST =
            SELECT + " and w.seq < :before order by w.seq desc limit :fetch";
    private static final String SIGN =
            """
            update waiver set state = :state, signed_on = :on, signed_by = :by, signed_as = :post,
                authority_version = :authority, version = version + 1
            where tenant = :tenant and id = :id
            """;
    private static final String REJECT =
            """
            update waiver set state = :state, rejected_on = :on, rejected_by = :by,
                rejected_as = :as, rejected_under = :under, version = version + 1
            where tenant = :tenant and id = :id
            """;

    private final JdbcClient db;
    private final ChargeMovementStore movements;
    private final JsonMapper mapper;

    WaiverStore(JdbcClient db, ChargeMovementStore movements, JsonMapper mapper) {
        this.db = db;
        this.movements = movements;
        this.mapper = mapper;
    }

    /**
     * A waiver.
     *
     * @param waiver what is given up, and where that stands
     * @param signed by whom it was signed; empty before
     * @param recordedAt when the row was made
     * @param seq grows with every waiver
     * @param version counted from 1
     */
    public record WaiverRow(
            Waiver waiver, Optional<Signed> signed, Instant recordedAt, long seq, long version) {

        /**
         * The name of the row.
         *
         * @return the waiver id
         */
        public String id() {
            return waiver.proposal().id().value();
        }
    }

    /**
     * A signature.
     *
     * @param by who signed, in which post and by which rules
     * @param on the day
     */
    public record Signed(Actor by, LocalDate on) {}

    /**
     * Adds a proposal.
     *
     * @param tenant the company
     * @param waiver not signed yet
     * @param at when
     */
    public void add(String tenant, Waiver waiver, Instant at) {
        WaiverProposal proposal = waiver.proposal();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", proposal.id().value())
                .param("charge", proposal.charge().value())
                .param("amount", proposal.amount().minorUnits())
                .param("currency", proposal.amount().currency().getCurrencyCode())
                .param("reason", proposal.grounds().reason())
                .param("papers", mapper.writeValueAsString(proposal.grounds().attachments()))
                .param("state", waiver.state().name())
                .param("on", proposal.proposedOn())
                .param("by", proposal.proposer().staff().value())
                .param("post", proposal.proposer().post().value())
                .param("authority", proposal.proposer().authorityVersion())
                .param("at", Sql.at(at))
                .update();
    }

    /**
     * Reads a waiver.
     *
     * @param tenant the company
     * @param id the waiver id
     * @return empty if there is none
     */
    public Optional<WaiverRow> find(String tenant, String id) {
        return find(SELECT + " and w.id = :id", tenant, id);
    }

    /**
     * Reads a waiver and keeps others from signing or refusing it until the transaction ends.
     *
     * @param tenant the company
     * @param id the waiver id
     * @return empty if there is none
     */
    public Optional<WaiverRow> lock(String tenant, String id) {
        return find(SELECT + " and w.id = :id for update of w", tenant, id);
    }

    private Optional<WaiverRow> find(String sql, String tenant, String id) {
        return db.sql(sql).param("tenant", tenant).param("id", id).query(this::row).optional();
    }

    /**
     * Lists waivers, newest first.
     *
     * @param tenant the company
     * @param request which page
     * @return the page
     */
    public Page<WaiverRow> list(String tenant, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("before", request.beforeNumber())
                        .param("fetch", request.fetch())
                        .query(this::row)
                        .list(),
                request,
                row -> String.valueOf(row.seq()));
    }

    /**
     * Signs a waiver that {@link #lock} gave.
     *
     * @param tenant the company
     * @param posted who signed it, when and by which rules
     */
    public void sign(String tenant, WaiverPosted posted) {
        Actor signer = posted.signature().request().signer();
        db.sql(SIGN)
                .param("tenant", tenant)
                .param("id", posted.proposal().id().value())
                .param("state", WaiverState.POSTED.name())
                .param("on", posted.signature().request().signedOn())
                .param("by", signer.staff().value())
                .param("post", signer.post().value())
                .param("authority", posted.signature().authorityVersion())
                .update();
        movements.add(tenant, List.of(movement(posted)));
    }

    /**
     * Keeps a no to a waiver that {@link #lock} gave.
     *
     * @param tenant the company
     * @param ended the waiver, rejected or withdrawn
     * @throws IllegalArgumentException if nobody said no
     */
    public void reject(String tenant, Waiver ended) {
        WaiverRejection no = ended.rejection();
        if (no == null) {
            throw new IllegalArgumentException("not rejected: " + ended);
        }
        db.sql(REJECT)
                .param("tenant", tenant)
                .param("id", ended.proposal().id().value())
                .param("state", ended.state().name())
                .param("on", no.on())
                .params(Actors.values(no.by()))
                .update();
    }

    private static ChargeMovement movement(WaiverPosted posted) {
        WaiverProposal proposal = posted.proposal();
        return new ChargeMovement(
                proposal.charge(),
                posted.signature().request().signedOn(),
                ChargeMovement.Kind.WAIVER,
                posted.amount(),
                proposal.id().value());
    }

    private WaiverRow row(ResultSet row, int index) throws SQLException {
        WaiverState state = WaiverState.valueOf(row.getString("state"));
        return new WaiverRow(
                new Waiver(proposal(row), state, rejection(row)),
                signed(row),
                Sql.instant(row, "recorded_at"),
                row.getLong("seq"),
                row.getLong("version"));
    }

    private WaiverProposal proposal(ResultSet row) throws SQLException {
        String[] papers = mapper.readValue(row.getString("attachments"), String[].class);
        return new WaiverProposal(
                new WaiverId(row.getString("id")),
                new ChargeId(row.getString("charge_id")),
                ChargeStore.key(row),
                ChargeStore.money(row, "amount_minor"),
                new WaiverGrounds(row.getString("reason"), List.of(papers)),
                new Actor(
                        new StaffId(row.getString("proposed_by")),
                        new PostKey(row.getString("proposed_as")),
                        row.getString("proposed_under")),
                row.getObject("proposed_on", LocalDate.class));
    }

    private static Optional<Signed> signed(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("signed_on", LocalDate.class);
        if (on == null) {
            return Optional.empty();
        }
        Actor by =
                new Actor(
                        new StaffId(row.getString("signed_by")),
                        new PostKey(row.getString("signed_as")),
                        row.getString("authority_version"));
        return Optional.of(new Signed(by, on));
    }

    private static @Nullable WaiverRejection rejection(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("rejected_on", LocalDate.class);
        return on == null ? null : new WaiverRejection(Actors.read(row, "rejected"), on);
    }
}
