package dev.guanjia.server.store;

import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.WorkOrderEventStore.Author;
import dev.guanjia.workorder.Attachment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The tables of what was said and filed about work orders, never changed. */
@Repository
public class WorkOrderNoteStore {

    private static final String SAY =
            """
            insert into work_order_comment (tenant, id, work_order_id, said, visible_to_customer,
                staff_id, acting_post, authority_version, recorded_at)
            values (:tenant, :id, :order, :said, :visible, :staff, :post, :authority, :recorded)
            """;
    private static final String FILE =
            """
            insert into work_order_attachment (tenant, id, work_order_id, name, media_type, bytes,
                sha256, path, staff_id, acting_post, authority_version, recorded_at)
            values (:tenant, :id, :order, :name, :media, :bytes,
                :sha256, :path, :staff, :post, :authority, :recorded)
            """;
    private static final String LIST =
            """
            select * from %s
            where tenant = :tenant and work_order_id = :order and seq > :after
            order by seq limit :fetch
            """;

    private final JdbcClient db;

    WorkOrderNoteStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * What belongs to an order.
     *
     * @param <T> what it says
     * @param seq grows with every row; zero before it is stored
     * @param id which one
     * @param orderId of which order
     * @param content what it says
     * @param author who made it
     * @param recordedAt when
     */
    public record NoteRow<T>(
            long seq, String id, String orderId, T content, Author author, Instant recordedAt) {}

    /**
     * A remark.
     *
     * @param text what was said
     * @param visibleToCustomer whether the customer reads it, too
     */
    public record Remark(String text, boolean visibleToCustomer) {}

    /**
     * Adds a remark.
     *
     * @param tenant the company
     * @param row the remark
     */
    public void say(String tenant, NoteRow<Remark> row) {
        insert(SAY, tenant, row)
                .param("said", row.content().text())
                .param("visible", row.content().visibleToCustomer())
                .update();
    }

    /**
     * Adds a file.
     *
     * @param tenant the company
     * @param row the file
     */
    public void file(String tenant, NoteRow<Attachment> row) {
        Attachment file = row.content();
        insert(FILE, tenant, row)
                .param("name", file.name())
                .param("media", file.mediaType())
                .param("bytes", file.stored().size())
                .param("sha256", file.stored().sha256())
                .param("path", file.stored().path())
                .update();
    }

    private StatementSpec insert(String sql, String tenant, NoteRow<?> row) {
        return db.sql(sql)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("order", row.orderId())
                .param("staff", row.author().staffId())
                .param("post", row.author().post())
                .param("authority", row.author().authority())
                .param("recorded", Sql.at(row.recordedAt()));
    }

    /**
     * Lists the remarks on an order, oldest first.
     *
     * @param tenant the company
     * @param order the order
     * @param request which page
     * @return the page
     */
    public Page<NoteRow<Remark>> remarks(String tenant, String order, PageRequest request) {
        return list(
                "work_order_comment",
                request,
                sql -> sql.param("tenant", tenant).param("order", order),
                (row, index) ->
                        note(
                                row,
                                new Remark(
                                        row.getString("said"),
                                        row.getBoolean("visible_to_customer"))));
    }

    /**
     * Lists the files of an order, oldest first.
     *
     * @param tenant the company
     * @param order the order
     * @param request which page
     * @return the page
     */
    public Page<NoteRow<Attachment>> files(String tenant, String order, PageRequest request) {
        return list(
                "work_order_attachment",
                request,
                sql -> sql.param("tenant", tenant).param("order", order),
                (row, index) ->
                        note(
                                row,
                                new Attachment(
                                        row.getString("name"),
                                        row.getString("media_type"),
                                        new Attachment.Stored(
                                                row.getLong("bytes"),
                                                row.getString("sha256"),
                                                row.getString("path")))));
    }

    private <T> Page<NoteRow<T>> list(
            String table,
            PageRequest request,
            UnaryOperator<StatementSpec> of,
            RowMapper<NoteRow<T>> mapper) {
        return Page.of(
                of.apply(db.sql(LIST.formatted(table)))
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(mapper)
                        .list(),
                request,
                row -> String.valueOf(row.seq()));
    }

    private static <T> NoteRow<T> note(ResultSet row, T content) throws SQLException {
        return new NoteRow<>(
                row.getLong("seq"),
                row.getString("id"),
                row.getString("work_order_id"),
                content,
                new Author(
                        row.getString("staff_id"),
                        row.getString("acting_post"),
                        row.getString("authority_version")),
                Sql.instant(row, "recorded_at"));
    }
}
