package dev.guanjia.server.store;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.writeoff.Recovery;
import dev.guanjia.billing.writeoff.WriteOff;
import dev.guanjia.billing.writeoff.WriteOffApproval;
import dev.guanjia.billing.writeoff.WriteOffGrounds;
import dev.guanjia.billing.writeoff.WriteOffId;
import dev.guanjia.billing.writeoff.WriteOffProposal;
import dev.guanjia.billing.writeoff.WriteOffRejection;
import dev.guanjia.money.Money;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code write_off}. */
@Repository
public class WriteOffStore {

    private static final String INSERT =
            """
            insert into write_off (tenant, id, charge_id, amount_minor, currency, reason, evidence,
                proposed_on, proposed_by, proposed_as, proposed_under, recorded_at)
            values (:tenant, :id, :charge, :amount, :currency, :reason,
                cast(:evidence as text[]), :on, :by, :as, :under, :at)
            """;
    private static final String SELECT =
            """
            select w.*,
                coalesce(c.work_order_id, c.late_with) as key_order,
                c.unit_id, c.fee_item, c.period_start, c.period_end
            from write_off w join charge c on c.tenant = w.tenant and c.id = w.charge_id
            where w.tenant = :tenant
            """;
    private static final String POST =
            """
            update write_off set approved_on = :on, approved_by = :by, approved_as = :as,
                approved_under = :under, approval = :approval, posted_on = :posted,
                version = version + 1
            where tenant = :tenant and id = :id
            """;
    private static final String REJECT =
            """
            update write_off set rejected_on = :on, rejected_by = :by, rejected_as = :as,
                rejected_under = :under, version = version + 1
            where tenant = :tenant and id = :id
            """;
    private static final String COUNT =
            "update write_off set version = version + 1 where tenant = :tenant and id = :id";
    private final JdbcClient db;
    private final ChargeMovementStore movements;
    private final WriteOffRecoveryStore recoveries;

    WriteOffStore(JdbcClient db, ChargeMovementStore movements, WriteOffRecoveryStore recoveries) {
        this.db = db;
        this.movements = movements;
        this.recoveries = recoveries;
    }

    /**
     * A write-off.
     *
     * @param writeOff what is written off, and where that stands
     * @param key what its charge is for
     * @param recordedAt when the row was made
     * @param seq grows with every write-off
     * @param version counted from 1
     */
    public record WriteOffRow(
            WriteOff writeOff, ChargeKey key, Instant recordedAt, long seq, long version) {

        /**
         * The name of the row.
         *
         * @return the write-off id
         */
        public String id() {
            return writeOff.proposal().id().value();
        }
    }

    /** A row before its recoveries are read. */
    private record Bare(WriteOffRow row) {

        WriteOffRow with(List<Recovery> recoveries) {
            WriteOff plain = row.writeOff();
            return new WriteOffRow(
                    new WriteOff(
                            plain.proposal(),
                            plain.approval(),
                            plain.postedOn(),
                            recoveries,
                            plain.rejection()),
                    row.key(),
                    row.recordedAt(),
                    row.seq(),
                    row.version());
        }
    }

    /**
     * Adds a proposal.
     *
     * @param tenant the company
     * @param proposal not approved yet
     * @param at when
     */
    public void add(String tenant, WriteOffProposal proposal, Instant at) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", proposal.id().value())
                .param("charge", proposal.charge().value())
                .param("amount", proposal.amount().minorUnits())
                .param("currency", proposal.amount().currency().getCurrencyCode())
                .param("reason", proposal.grounds().reason())
                .param("evidence", Sql.array(proposal.grounds().evidence(), text -> text))
                .param("on", proposal.proposedOn())
                .params(Actors.values(proposal.proposer()))
                .param("at", Sql.at(at))
                .update();
    }

    /**
     * Keeps an approval, and takes the amount off what is open of the charge.
     *
     * @param tenant the company
     * @param posted the write-off
     */
    public void post(String tenant, WriteOff posted) {
        WriteOffApproval approval = posted.approval();
        LocalDate on = posted.postedOn();
        if (approval == null || on == null) {
            throw new IllegalArgumentException("not posted: " + posted);
        }
        db.sql(POST)
                .param("tenant", tenant)
                .param("id", posted.proposal().id().value())
                .param("on", approval.on())
                .params(Actors.values(approval.by()))
                .param("approval", approval.reference())
                .param("posted", on)
                .update();
        move(tenant, posted, on, ChargeMovement.Kind.WRITE_OFF, posted.proposal().amount());
    }

    /**
     * Keeps a no.
     *
     * @param tenant the company
     * @param id which write-off
     * @param rejection who said no, when
     */
    public void reject(String tenant, String id, WriteOffRejection rejection) {
        db.sql(REJECT)
                .param("tenant", tenant)
                .param("id", id)
                .param("on", rejection.on())
                .params(Actors.values(rejection.by()))
                .update();
    }

    /**
     * Keeps the last recovery, and puts its amount back on what is open of the charge.
     *
     * @param tenant the company
     * @param after the write-off with the recovery
     * @param by who recorded it
     * @param at when
     */
    public void recover(String tenant, WriteOff after, String by, Instant at) {
        Recovery last = after.recoveries().get(after.recoveries().size() - 1);
        String id = after.proposal().id().value();
        recoveries.add(tenant, after, by, at);
        db.sql(COUNT).param("tenant", tenant).param("id", id).update();
        Money back = last.amount().negated();
        move(tenant, after, last.on(), ChargeMovement.Kind.RECOVERY, back);
    }

    private void move(
            String tenant, WriteOff of, LocalDate on, ChargeMovement.Kind kind, Money amount) {
        WriteOffProposal proposal = of.proposal();
        movements.add(
                tenant,
                List.of(
                        new ChargeMovement(
                                proposal.charge(), on, kind, amount, proposal.id().value())));
    }

    /**
     * Reads a write-off.
     *
     * @param tenant the company
     * @param id the write-off id
     * @return empty if there is none
     */
    public Optional<WriteOffRow> find(String tenant, String id) {
        List<Bare> found =
                db.sql(SELECT + " and w.id = :id")
                        .param("tenant", tenant)
                        .param("id", id)
                        .query(WriteOffStore::row)
                        .list();
        return whole(tenant, found).stream().findFirst();
    }

    /**
     * Lists write-offs, newest first.
     *
     * @param tenant the company
     * @param unitId those of a unit only
     * @param request which page
     * @return the page
     */
    public Page<WriteOffRow> list(String tenant, Optional<String> unitId, PageRequest request) {
        String unit = unitId.isPresent() ? " and c.unit_id = :unit" : "";
        List<Bare> found =
                db.sql(SELECT + unit + " and w.seq < :before order by w.seq desc limit :fetch")
                        .param("tenant", tenant)
                        .param("unit", unitId.orElse(""))
                        .param("before", request.beforeNumber())
                        .param("fetch", request.fetch())
                        .query(WriteOffStore::row)
                        .list();
        return Page.of(whole(tenant, found), request, row -> String.valueOf(row.seq()));
    }

    private List<WriteOffRow> whole(String tenant, List<Bare> rows) {
        Map<String, List<Recovery>> parts =
                recoveries.of(tenant, rows.stream().map(bare -> bare.row().id()).toList());
        return rows.stream()
                .map(bare -> bare.with(parts.getOrDefault(bare.row().id(), List.of())))
                .toList();
    }

    private static Bare row(ResultSet row, int index) throws SQLException {
        WriteOffProposal proposal =
                new WriteOffProposal(
                        new WriteOffId(row.getString("id")),
                        new ChargeId(row.getString("charge_id")),
                        ChargeStore.money(row, "amount_minor"),
                        new WriteOffGrounds(row.getString("reason"), Sql.texts(row, "evidence")),
                        Actors.read(row, "proposed"),
                        row.getObject("proposed_on", LocalDate.class));
        LocalDate posted = row.getObject("posted_on", LocalDate.class);
        return new Bare(
                new WriteOffRow(
                        new WriteOff(proposal, approval(row), posted, List.of(), rejection(row)),
                        ChargeStore.key(row),
                        Sql.instant(row, "recorded_at"),
                        row.getLong("seq"),
                        row.getLong("version")));
    }

    private static @Nullable WriteOffApproval approval(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("approved_on", LocalDate.class);
        return on == null
                ? null
                : new WriteOffApproval(Actors.read(row, "approved"), on, row.getString("approval"));
    }

    private static @Nullable WriteOffRejection rejection(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("rejected_on", LocalDate.class);
        return on == null ? null : new WriteOffRejection(Actors.read(row, "rejected"), on);
    }
}
