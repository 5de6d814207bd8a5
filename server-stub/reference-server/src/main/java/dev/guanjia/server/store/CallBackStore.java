package dev.guanjia.server.store;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.workorder.callback.CallBack;
import dev.guanjia.workorder.callback.CallBack.Result;
import dev.guanjia.workorder.callback.CallBack.Way;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code call_back}: calls and attempts. Rows are only ever added. */
@Repository
public class CallBackStore {

    private static final String INSERT =
            """
            insert into call_back (tenant, id, work_order_id, way, result, reasons, note, state,
                occurred_at, recorded_at, staff_id, acting_post, authority_version)
            values (:tenant, :id, :order, :way, :result, cast(:reasons as text[]), :note, :state,
                :occurred, :recorded, :staff, :post, :authority)
            """;
    private static final String LIST =
            """
            select seq, id, work_order_id, way, result, reasons, note, state, occurred_at,
                recorded_at, staff_id, acting_post, authority_version
            from call_back
            where tenant = :tenant and work_order_id = :order and seq > :after
            order by seq limit :fetch
            """;
    private static final String CALLS =
            """
            select work_order_id, way, result, reasons, occurred_at, recorded_at, staff_id,
                acting_post, authority_version
            from call_back
            where tenant = :tenant and work_order_id = any(cast(:orders as text[]))
            order by work_order_id, seq
            """;

    private final JdbcClient db;

    CallBackStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A call, or the attempt.
     *
     * @param seq grows with every row; zero before it is stored
     * @param id the row
     * @param orderId the order
     * @param call the call
     * @param note what was said
     * @param state where the order stood after it
     * @param recordedAt when the row was made
     */
    public record CallRow(
            long seq,
            String id,
            String orderId,
            CallBack call,
            @Nullable String note,
            String state,
            Instant recordedAt) {}

    /**
     * Adds a call.
     *
     * @param tenant the company
     * @param row the call
     */
    public void add(String tenant, CallRow row) {
        CallBack call = row.call();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("order", row.orderId())
                .param("way", call.way().name())
                .param("result", call.result().name())
                .param("reasons", Sql.array(call.reasons(), reason -> reason))
                .param("note", row.note())
                .param("state", row.state())
                .param("occurred", Sql.at(call.at()))
                .param("recorded", Sql.at(row.recordedAt()))
                .param("staff", call.caller().staff().value())
                .param("post", call.caller().post().value())
                .param("authority", call.caller().authorityVersion())
                .update();
    }

    /**
     * Lists the calls about an order, oldest first.
     *
     * @param tenant the company
     * @param orderId the order
     * @param request which page
     * @return the page
     */
    public Page<CallRow> list(String tenant, String orderId, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("order", orderId)
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(
                                (row, index) ->
                                        new CallRow(
                                                row.getLong("seq"),
                                                row.getString("id"),
                                                row.getString("work_order_id"),
                                                call(row),
                                                row.getString("note"),
                                                row.getString("state"),
                                                Sql.instant(row, "recorded_at")))
                        .list(),
                request,
                row -> String.valueOf(row.seq()));
    }

    /**
     * The calls about orders.
     *
     * @param tenant the company
     * @param orders the orders
     * @return by order, in the order in which they were entered
     */
    public Map<String, List<CallBack>> of(String tenant, Collection<String> orders) {
        Map<String, List<CallBack>> calls = new HashMap<>();
        db.sql(CALLS)
                .param("tenant", tenant)
                .param("orders", Sql.array(orders, order -> order))
                .query(
                        (ResultSet row) -> {
                            calls.computeIfAbsent(
                                            row.getString("work_order_id"),
                                            order -> new ArrayList<>())
                                    .add(call(row));
                        });
        return calls;
    }

    private static CallBack call(ResultSet row) throws SQLException {
        return new CallBack(
                Way.valueOf(row.getString("way")),
                new Actor(
                        new StaffId(row.getString("staff_id")),
                        new PostKey(row.getString("acting_post")),
                        row.getString("authority_version")),
                Sql.instant(row, "occurred_at"),
                Result.valueOf(row.getString("result")),
                Sql.texts(row, "reasons"));
    }
}
