package dev.guanjia.server.store;

import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.run.BillRun;
import dev.guanjia.billing.run.BillRunEvent;
import dev.guanjia.billing.run.BillRunId;
import dev.guanjia.billing.run.BillRunProgress;
import dev.guanjia.billing.run.BillRunState;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.property.CommunityId;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.BillRunWorkStore.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code bill_run} and {@code bill_run_event}. */
@Repository
public class BillRunStore {

    private static final String COLUMNS =
            """
            id, seq, community_id, period, due_on, state, units_total, units_done, charged,
                unchanged, skipped, total_minor, currency, entered, last_unit_seq, created_at,
                created_by, acting_post, authority_version, failed_at, failure, version
            """;
    private static final String INSERT =
            """
            insert into bill_run (tenant, id, community_id, period, due_on, state, units_total,
                currency, created_at, created_by, acting_post, authority_version)
            values (:tenant, :id, :community, :period, :due, :state, :total,
                :currency, :at, :by, :post, :authority)
            """;
    private static final String FIND =
            "select " + COLUMNS + " from bill_run where tenant = :tenant and id = :id";
    private static final String LIST =
            "select "
                    + COLUMNS
                    + """
                     from bill_run where tenant = :tenant and seq < :before
                    order by seq desc limit :fetch
                    """;
    private static final String UPDATE =
            """
            update bill_run set state = :state, units_total = :total, units_done = :done,
                charged = :charged, unchanged = :unchanged, skipped = :skipped,
                total_minor = :minor, entered = :entered, last_unit_seq = :last,
                failed_at = null, failure = null, version = :version
            where tenant = :tenant and id = :id
            """;
    private static final String EVENT =
            """
            insert into bill_run_event (tenant, bill_run_id, action, occurred_at, recorded_at,
                staff_id, acting_post, authority_version)
            values (:tenant, :run, :action, :occurred, :recorded, :by, :post, :authority)
            """;

    private final JdbcClient db;

    BillRunStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Which run of which company.
     *
     * @param tenant the company
     * @param id the bill run id
     */
    public record RunKey(String tenant, String id) {}

    /**
     * A bill run.
     *
     * @param run where it stands
     * @param startedBy who started it
     * @param recordedAt when
     * @param lastUnitSeq the last unit it has calculated; zero before the first
     * @param failure why it does not get on; null while it does
     * @param seq grows with every run
     * @param version counted from 1
     */
    public record BillRunRow(
            BillRun run,
            Actor startedBy,
            Instant recordedAt,
            long lastUnitSeq,
            @Nullable Failure failure,
            long seq,
            long version) {

        /**
         * The name of the row.
         *
         * @return the bill run id
         */
        public String id() {
            return run.id().value();
        }

        /**
         * The row after a change.
         *
         * @param changed where it stands then
         * @param lastUnit the last unit it has calculated then
         * @return the row, one version on
         */
        public BillRunRow next(BillRun changed, long lastUnit) {
            return new BillRunRow(changed, startedBy, recordedAt, lastUnit, null, seq, version + 1);
        }
    }

    /**
     * Adds a run that has calculated nothing yet.
     *
     * @param tenant the company
     * @param run the run
     * @param by who starts it
     * @param at when
     */
    public void add(String tenant, BillRun run, Actor by, Instant at) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", run.id().value())
                .param("community", run.community().value())
                .param("period", run.period().start())
                .param("due", run.dueOn())
                .param("state", run.state().name())
                .param("total", run.progress().unitsTotal())
                .param("currency", run.progress().total().currency().getCurrencyCode())
                .param("at", Sql.at(at))
                .param("by", by.staff().value())
                .param("post", by.post().value())
                .param("authority", by.authorityVersion())
                .update();
    }

    /**
     * Reads a run.
     *
     * @param tenant the company
     * @param id the bill run id
     * @return empty if there is none
     */
    public Optional<BillRunRow> find(String tenant, String id) {
        return find(FIND, tenant, id);
    }

    /**
     * Reads a run and keeps others from changing it until the transaction ends.
     *
     * @param tenant the company
     * @param id the bill run id
     * @return empty if there is none
     */
    public Optional<BillRunRow> lock(String tenant, String id) {
        return find(FIND + " for no key update", tenant, id);
    }

    private Optional<BillRunRow> find(String sql, String tenant, String id) {
        return db.sql(sql)
                .param("tenant", tenant)
                .param("id", id)
                .query(BillRunStore::row)
                .optional();
    }

    /**
     * Lists runs, newest first.
     *
     * @param tenant the company
     * @param request which page
     * @return the page
     */
    public Page<BillRunRow> list(String tenant, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("before", request.beforeNumber())
                        .param("fetch", request.fetch())
                        .query(BillRunStore::row)
                        .list(),
                request,
                row -> String.valueOf(row.seq()));
    }

    /**
     * Changes a run that {@link #lock} gave.
     *
     * @param tenant the company
     * @param row the run as it shall be
     */
    public void update(String tenant, BillRunRow row) {
        BillRunProgress progress = row.run().progress();
        db.sql(UPDATE)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("state", row.run().state().name())
                .param("total", progress.unitsTotal())
                .param("done", progress.unitsDone())
                .param("charged", progress.charged())
                .param("unchanged", progress.unchanged())
                .param("skipped", progress.skipped())
                .param("minor", progress.total().minorUnits())
                .param("entered", progress.entered())
                .param("last", row.lastUnitSeq())
                .param("version", row.version())
                .update();
    }

    /**
     * Lets the transaction be lost when the database crashes right after its end, for that nobody
     * waits for the disk. What was calculated is lost with how far the run is, so it is calculated
     * again; and it is on the disk before anything is that was stored later.
     */
    public void commitLazily() {
        db.sql("set local synchronous_commit = off").update();
    }

    /**
     * Keeps what happened to a run.
     *
     * @param tenant the company
     * @param event what, by whom and when
     * @param recordedAt when we learnt of it
     */
    public void add(String tenant, BillRunEvent event, Instant recordedAt) {
        db.sql(EVENT)
                .param("tenant", tenant)
                .param("run", event.run().value())
                .param("action", event.action().name())
                .param("occurred", Sql.at(event.occurredAt()))
                .param("recorded", Sql.at(recordedAt))
                .param("by", event.actor().staff().value())
                .param("post", event.actor().post().value())
                .param("authority", event.actor().authorityVersion())
                .update();
    }

    private static BillRunRow row(ResultSet row, int index) throws SQLException {
        BillRun run =
                new BillRun(
                        new BillRunId(row.getString("id")),
                        new CommunityId(row.getString("community_id")),
                        ServicePeriod.of(YearMonth.from(row.getObject("period", LocalDate.class))),
                        row.getObject("due_on", LocalDate.class),
                        BillRunState.valueOf(row.getString("state")),
                        progress(row));
        Actor startedBy =
                new Actor(
                        new StaffId(row.getString("created_by")),
                        new PostKey(row.getString("acting_post")),
                        row.getString("authority_version"));
        return new BillRunRow(
                run,
                startedBy,
                Sql.instant(row, "created_at"),
                row.getLong("last_unit_seq"),
                BillRunWorkStore.failure(row),
                row.getLong("seq"),
                row.getLong("version"));
    }

    private static BillRunProgress progress(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new BillRunProgress(
                row.getInt("units_total"),
                row.getInt("units_done"),
                row.getInt("charged"),
                row.getInt("unchanged"),
                row.getInt("skipped"),
                new Money(currency, row.getLong("total_minor")),
                row.getInt("entered"));
    }
}
