package dev.guanjia.server.store;

import dev.guanjia.billing.deposit.DepositId;
import dev.guanjia.billing.deposit.DepositSummary;
import dev.guanjia.billing.deposit.DepositSummary.Line;
import dev.guanjia.billing.deposit.DepositSummary.Rejected;
import dev.guanjia.billing.deposit.DepositSummary.Signed;
import dev.guanjia.billing.deposit.DepositSummaryId;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code deposit_summary} and {@code deposit_summary_line}. */
@Repository
public class DepositSummaryStore {

    private static final String INSERT =
            """
            insert into deposit_summary (tenant, id, drawn_up_on, drawn_up_by, drawn_up_as,
                drawn_up_under, recorded_at)
            values (:tenant, :id, :on, :by, :as, :under, :at)
            """;
    private static final String LINE =
            """
            insert into deposit_summary_line (tenant, summary_id, line, deposit_id, amount_minor,
                currency)
            values (:tenant, :id, :line, :deposit, :amount, :currency)
            """;
    private static final String SIGN =
            """
            update deposit_summary set signed_on = :on, signed_by = :by, signed_as = :as,
                signed_under = :under, version = version + 1
            where tenant = :tenant and id = :id
            """;
    private static final String REJECT =
            """
            update deposit_summary set rejected_on = :on, rejected_by = :by, rejected_as = :as,
                rejected_under = :under, reject_reason = :reason, version = version + 1
            where tenant = :tenant and id = :id
            """;
    private static final String ONE =
            "select id from deposit_summary where tenant = :tenant and id = :id";
    private static final String IDS =
            """
            select id from deposit_summary where tenant = :tenant and seq < :before
            order by seq desc limit :fetch
            """;
    private static final String SELECT =
            """
            select * from deposit_summary
            where tenant = :tenant and id = any(cast(:ids as text[])) order by seq desc
            """;
    private static final String LINES =
            """
            select summary_id, deposit_id, amount_minor, currency from deposit_summary_line
            where tenant = :tenant and summary_id = any(cast(:ids as text[]))
            order by summary_id, line
            """;

    private final JdbcClient db;

    DepositSummaryStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A sheet.
     *
     * @param summary what stands on it
     * @param recordedAt when the row was made
     * @param seq grows with every sheet
     * @param version counted from 1
     */
    public record SummaryRow(DepositSummary summary, Instant recordedAt, long seq, long version) {

        /**
         * The name of the row.
         *
         * @return the summary id
         */
        public String id() {
            return summary.id().value();
        }
    }

    /**
     * Adds a sheet.
     *
     * @param tenant the company
     * @param summary not signed yet
     * @param at when
     */
    public void add(String tenant, DepositSummary summary, Instant at) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", summary.id().value())
                .param("on", summary.on())
                .params(Actors.values(summary.by()))
                .param("at", Sql.at(at))
                .update();
        for (int i = 0; i < summary.lines().size(); i++) {
            Line line = summary.lines().get(i);
            db.sql(LINE)
                    .param("tenant", tenant)
                    .param("id", summary.id().value())
                    .param("line", i + 1)
                    .param("deposit", line.deposit().value())
                    .param("amount", line.amount().minorUnits())
                    .param("currency", line.amount().currency().getCurrencyCode())
                    .update();
        }
    }

    /**
     * Keeps a signature.
     *
     * @param tenant the company
     * @param id the summary id
     * @param signed who and when
     */
    public void sign(String tenant, String id, Signed signed) {
        db.sql(SIGN)
                .param("tenant", tenant)
                .param("id", id)
                .param("on", signed.on())
                .params(Actors.values(signed.by()))
                .update();
    }

    /**
     * Keeps a no.
     *
     * @param tenant the company
     * @param id the summary id
     * @param rejected who, when and why
     */
    public void reject(String tenant, String id, Rejected rejected) {
        db.sql(REJECT)
                .param("tenant", tenant)
                .param("id", id)
                .param("on", rejected.on())
                .params(Actors.values(rejected.by()))
                .param("reason", rejected.reason())
                .update();
    }

    /**
     * Reads a sheet.
     *
     * @param tenant the company
     * @param id the summary id
     * @return empty if there is none
     */
    public Optional<SummaryRow> find(String tenant, String id) {
        return read(tenant, id, ONE);
    }

    /**
     * Reads a sheet and keeps others from signing it until the transaction ends.
     *
     * @param tenant the company
     * @param id the summary id
     * @return empty if there is none
     */
    public Optional<SummaryRow> lock(String tenant, String id) {
        return read(tenant, id, ONE + " for update");
    }

    private Optional<SummaryRow> read(String tenant, String id, String sql) {
        List<String> found =
                db.sql(sql).param("tenant", tenant).param("id", id).query(String.class).list();
        return whole(tenant, found).stream().findFirst();
    }

    /**
     * Lists sheets, newest first.
     *
     * @param tenant the company
     * @param request which page
     * @return the page
     */
    public Page<SummaryRow> list(String tenant, PageRequest request) {
        List<String> ids =
                db.sql(IDS)
                        .param("tenant", tenant)
                        .param("before", request.beforeNumber())
                        .param("fetch", request.fetch())
                        .query(String.class)
                        .list();
        return Page.of(whole(tenant, ids), request, row -> String.valueOf(row.seq()));
    }

    private List<SummaryRow> whole(String tenant, List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, List<Line>> lines = new TreeMap<>();
        db.sql(LINES)
                .param("tenant", tenant)
                .param("ids", Sql.array(ids, id -> id))
                .query(
                        row -> {
                            lines.computeIfAbsent(
                                            row.getString("summary_id"), id -> new ArrayList<>())
                                    .add(line(row));
                        });
        return db.sql(SELECT)
                .param("tenant", tenant)
                .param("ids", Sql.array(ids, id -> id))
                .query((row, index) -> row(row, lines.getOrDefault(row.getString("id"), List.of())))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new DepositId(row.getString("deposit_id")), ChargeStore.money(row, "amount_minor"));
    }

    private static SummaryRow row(ResultSet row, List<Line> lines) throws SQLException {
        return new SummaryRow(
                new DepositSummary(
                        new DepositSummaryId(row.getString("id")),
                        Actors.read(row, "drawn_up"),
                        row.getObject("drawn_up_on", LocalDate.class),
                        lines,
                        signed(row),
                        rejected(row)),
                Sql.instant(row, "recorded_at"),
                row.getLong("seq"),
                row.getLong("version"));
    }

    private static @Nullable Signed signed(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("signed_on", LocalDate.class);
        return on == null ? null : new Signed(Actors.read(row, "signed"), on);
    }

    private static @Nullable Rejected rejected(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("rejected_on", LocalDate.class);
        return on == null
                ? null
                : new Rejected(Actors.read(row, "rejected"), on, row.getString("reject_reason"));
    }
}
