package dev.guanjia.server.store;

import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.WorkOrderEventStore.Author;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code material_issue}: what was issued for work orders, only ever added to. */
@Repository
public class MaterialIssueStore {

    private static final String INSERT =
            """
            insert into material_issue (tenant, id, work_order_id, reference, issued_at, note, lines,
                staff_id, acting_post, authority_version, recorded_at)
            values (:tenant, :id, :order, :reference, :issued, :note, cast(:lines as jsonb),
                :staff, :post, :authority, :recorded)
            """;
    private static final String LIST =
            """
            select seq, id, work_order_id, reference, issued_at, note, lines, staff_id, acting_post,
                authority_version, recorded_at
            from material_issue
            where tenant = :tenant and work_order_id = :order and seq > :after
            order by seq limit :fetch
            """;

    private final JdbcClient db;
    private final JsonMapper mapper;

    MaterialIssueStore(JdbcClient db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    /**
     * A material.
     *
     * @param item which
     * @param quantity how much, a decimal more than zero
     * @param unit of which unit; null where it goes without saying
     */
    public record Line(String item, String quantity, @Nullable String unit) {}

    /**
     * What was issued.
     *
     * @param reference the number of the issue slip
     * @param issuedAt when
     * @param note what is to be remembered; null when nothing is
     * @param lines the materials
     */
    public record Slip(
            String reference, Instant issuedAt, @Nullable String note, List<Line> lines) {

        /** Copies. */
        public Slip {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A slip of a work order.
     *
     * @param seq grows with every row; zero before it is stored
     * @param id the row
     * @param orderId for which order
     * @param slip what was issued
     * @param author who issued it
     * @param recordedAt when the row was made
     */
    public record IssueRow(
            long seq, String id, String orderId, Slip slip, Author author, Instant recordedAt) {}

    /**
     * Adds a slip.
     *
     * @param tenant the company
     * @param row the slip
     */
    public void add(String tenant, IssueRow row) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("order", row.orderId())
                .param("reference", row.slip().reference())
                .param("issued", Sql.at(row.slip().issuedAt()))
                .param("note", row.slip().note())
                .param("lines", mapper.writeValueAsString(row.slip().lines()))
                .param("staff", row.author().staffId())
                .param("post", row.author().post())
                .param("authority", row.author().authority())
                .param("recorded", Sql.at(row.recordedAt()))
                .update();
    }

    /**
     * Lists the slips of an order, oldest first.
     *
     * @param tenant the company
     * @param orderId the order
     * @param request which page
     * @return the page
     */
    public Page<IssueRow> list(String tenant, String orderId, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("order", orderId)
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(this::row)
                        .list(),
                request,
                row -> String.valueOf(row.seq()));
    }

    private IssueRow row(ResultSet row, int index) throws SQLException {
        return new IssueRow(
                row.getLong("seq"),
                row.getString("id"),
                row.getString("work_order_id"),
                new Slip(
                        row.getString("reference"),
                        Sql.instant(row, "issued_at"),
                        row.getString("note"),
                        List.of(mapper.readValue(row.getString("lines"), Line[].class))),
                new Author(
                        row.getString("staff_id"),
                        row.getString("acting_post"),
                        row.getString("authority_version")),
                Sql.instant(row, "recorded_at"));
    }
}
