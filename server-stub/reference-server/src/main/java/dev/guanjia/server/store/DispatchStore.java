package dev.guanjia.server.store;

import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code dispatch}: how orders were given away. Rows are only ever added. */
@Repository
public class DispatchStore {

    private static final String INSERT =
            """
            insert into dispatch (tenant, id, work_order_id, way, state, assignee_id, needs, place,
                criterion, offered, reason, occurred_at, recorded_at, staff_id, acting_post)
            values (:tenant, :id, :order, :way, :state, :assignee, cast(:needs as text[]), :place,
                :criterion, cast(:offered as text[]), :reason, :occurred, :recorded, :staff, :post)
            """;
    private static final String SELECT =
            """
            select seq, id, work_order_id, way, state, assignee_id, needs, place, criterion,
                offered, reason, occurred_at, recorded_at, staff_id, acting_post
            from dispatch where tenant = :tenant
            """;
    private static final String LIST =
            SELECT + " and work_order_id = :order and seq > :after order by seq limit :fetch";
    private static final String LATEST =
            SELECT + " and work_order_id = :order order by seq desc limit 1";
    static final String POOL =
            """
            select o.*, cast(null as text) as parent_id, cast(null as text) as equipment_id,
                d.needs as asked, e.offered_at
            from work_order o
            join lateral (
                select occurred_at as offered_at from work_order_event
                where tenant = o.tenant and work_order_id = o.id and action = 'POOL'
                order by seq desc limit 1) e on true
            left join lateral (
                select needs from dispatch
                where tenant = o.tenant and work_order_id = o.id order by seq desc limit 1) d
                on true
            where o.tenant = :tenant and o.state = 'POOLED'
                and (cast(:community as text) is null or o.community_id = :community)
                and (cast(:kind as text) is null or o.kind = :kind)
            """;

    private final JdbcClient db;
    private final WorkOrderColumns columns;

    DispatchStore(JdbcClient db, WorkOrderColumns columns) {
        this.db = db;
        this.columns = columns;
    }

    /**
     * To whom an order went.
     *
     * @param way how it was given away
     * @param state where the order stood then
     * @param assignee who has it; null when nobody has
     * @param needs what it took
     * @param place the place of the worker among those who could be sent; null when nobody was
     * @param criterion what put the worker there
     * @param reason why this choice, as the dispatcher says
     */
    public record Choice(
            String way,
            String state,
            @Nullable String assignee,
            List<String> needs,
            @Nullable Integer place,
            @Nullable String criterion,
            @Nullable String reason) {

        /** Copies. */
        public Choice {
            needs = List.copyOf(needs);
        }
    }

    /**
     * By whom and when.
     *
     * @param staffId the person
     * @param post in which post
     * @param occurredAt when it was done
     * @param recordedAt when the row was made
     */
    public record Author(String staffId, String post, Instant occurredAt, Instant recordedAt) {}

    /**
     * How an order was given away.
     *
     * @param seq grows with every row; zero before it is stored
     * @param id the row
     * @param orderId the order
     * @param choice to whom
     * @param offered to whom it was offered, best first
     * @param author by whom and when
     */
    public record DispatchRow(
            long seq,
            String id,
            String orderId,
            Choice choice,
            List<String> offered,
            Author author) {

        /** Copies. */
        public DispatchRow {
            offered = List.copyOf(offered);
        }
    }

    /**
     * Which orders in the pool are asked for; null stands for any.
     *
     * @param communityId of this community
     * @param kind of this kind
     */
    public record PoolFilter(@Nullable String communityId, @Nullable String kind) {}

    /**
     * An order in the pool.
     *
     * @param order the order
     * @param asked what its last dispatch asked for; nothing if it was put there without
     * @param offeredAt since when it is there
     */
    public record PoolRow(WorkOrderRow order, List<String> asked, Instant offeredAt) {

        /** Copies. */
        public PoolRow {
            asked = List.copyOf(asked);
        }
    }

    /**
     * Adds a row.
     *
     * @param tenant the company
     * @param row how an order was given away
     */
    public void add(String tenant, DispatchRow row) {
        Choice choice = row.choice();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("order", row.orderId())
                .param("way", choice.way())
                .param("state", choice.state())
                .param("assignee", choice.assignee())
                .param("needs", Sql.array(choice.needs(), need -> need))
                .param("place", choice.place())
                .param("criterion", choice.criterion())
                .param("offered", Sql.array(row.offered(), staff -> staff))
                .param("reason", choice.reason())
                .param("occurred", Sql.at(row.author().occurredAt()))
                .param("recorded", Sql.at(row.author().recordedAt()))
                .param("staff", row.author().staffId())
                .param("post", row.author().post())
                .update();
    }

    /**
     * Lists how an order was given away, oldest first.
     *
     * @param tenant the company
     * @param orderId the order
     * @param request which page
     * @return the page
     */
    public Page<DispatchRow> list(String tenant, String orderId, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("order", orderId)
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(DispatchStore::row)
                        .list(),
                request,
                row -> String.valueOf(row.seq()));
    }

    /**
     * How an order was last given away.
     *
     * @param tenant the company
     * @param orderId the order
     * @return empty if it never was
     */
    public Optional<DispatchRow> latest(String tenant, String orderId) {
        return db.sql(LATEST)
                .param("tenant", tenant)
                .param("order", orderId)
                .query(DispatchStore::row)
                .optional();
    }

    /**
     * The orders in the pool, whichever way they came there.
     *
     * @param tenant the company
     * @param filter which of them
     * @return in no order
     */
    public List<PoolRow> pool(String tenant, PoolFilter filter) {
        return db.sql(POOL)
                .param("tenant", tenant)
                .param("community", filter.communityId())
                .param("kind", filter.kind())
                .query(
                        (row, index) ->
                                new PoolRow(
                                        columns.row(row, index),
                                        row.getArray("asked") == null
                                                ? List.of()
                                                : Sql.texts(row, "asked"),
                                        Sql.instant(row, "offered_at")))
                .list();
    }

    private static DispatchRow row(ResultSet row, int index) throws SQLException {
        return new DispatchRow(
                row.getLong("seq"),
                row.getString("id"),
                row.getString("work_order_id"),
                new Choice(
                        row.getString("way"),
                        row.getString("state"),
                        row.getString("assignee_id"),
                        Sql.texts(row, "needs"),
                        row.getObject("place", Integer.class),
                        row.getString("criterion"),
                        row.getString("reason")),
                Sql.texts(row, "offered"),
                new Author(
                        row.getString("staff_id"),
                        row.getString("acting_post"),
                        Sql.instant(row, "occurred_at"),
                        Sql.instant(row, "recorded_at")));
    }
}
