package dev.guanjia.server.store;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.Act;
import dev.guanjia.workorder.Handling;
import dev.guanjia.workorder.History;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.WorkOrderEvent;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.Severity;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Work orders together with all that happened to them. */
@Repository
public class OrderHistoryStore {

    /** The action of events by which an order is held for another severity. */
    public static final String RECLASS = "RECLASS";

    private static final String IMPORT = "IMPORT";
    private static final String ONE = WorkOrderSql.SELECT + " and id = :id";
    private static final String RUNNING =
            WorkOrderSql.SELECT
                    + """
                       and (cast(:kind as text) is null or kind = :kind)
                       and (cast(:community as text) is null or community_id = :community)
                       and received_at < :to and (resolved_at is null or resolved_at >= :from)
                      order by received_at, id
                      """;
    private static final String COMPLAINTS =
            WorkOrderSql.SELECT
                    + """
                       and kind = 'COMPLAINT'
                       and (cast(:community as text) is null or community_id = :community)
                       and received_at >= :from and received_at < :to
                      order by received_at, id
                      """;
    private static final String EVENTS =
            """
            select work_order_id, action, from_state, to_state, occurred_at, staff_id, acting_post,
                authority_version, assignee_id, note, severity_from, severity
            from work_order_event
            where tenant = :tenant and work_order_id = any(cast(:ids as text[])) order by seq
            """;

    private final JdbcClient db;
    private final WorkOrderColumns columns;

    OrderHistoryStore(JdbcClient db, WorkOrderColumns columns) {
        this.db = db;
        this.columns = columns;
    }

    /**
     * An order and how it came to stand where it does.
     *
     * @param row the order
     * @param history what happened to it
     */
    public record OrderLife(WorkOrderRow row, History history) {}

    /**
     * Which orders are asked for.
     *
     * @param kind of this kind; null for any
     * @param communityId of this community; null for any
     * @param from the first moment of interest
     * @param to the first moment after it
     */
    public record Window(
            @Nullable String kind, @Nullable String communityId, Instant from, Instant to) {}

    /** What happened; {@code event} is null for what was taken over from another system. */
    private record Happened(String orderId, @Nullable WorkOrderEvent event) {}

    /**
     * Reads an order.
     *
     * @param tenant the company
     * @param id the order
     * @return empty if there is none
     */
    public Optional<OrderLife> find(String tenant, String id) {
        List<WorkOrderRow> rows =
                db.sql(ONE).param("tenant", tenant).param("id", id).query(columns::row).list();
        return lives(tenant, rows).stream().findFirst();
    }

    /**
     * Reads the orders whose clocks ran in a window.
     *
     * @param tenant the company
     * @param window received before its end, and not ended before its beginning
     * @return in the order of reception
     */
    public List<OrderLife> running(String tenant, Window window) {
        return lives(
                tenant,
                of(RUNNING, tenant, window)
                        .param("kind", window.kind())
                        .query(columns::row)
                        .list());
    }

    /**
     * Reads complaints.
     *
     * @param tenant the company
     * @param window when they were received
     * @return in the order of reception
     */
    public List<OrderLife> complaints(String tenant, Window window) {
        return lives(tenant, of(COMPLAINTS, tenant, window).query(columns::row).list());
    }

    private JdbcClient.StatementSpec of(String sql, String tenant, Window window) {
        return db.sql(sql)
                .param("tenant", tenant)
                .param("community", window.communityId())
                .param("from", Sql.at(window.from()))
                .param("to", Sql.at(window.to()));
    }

    private List<OrderLife> lives(String tenant, List<WorkOrderRow> rows) {
        Map<String, List<Happened>> happened = new HashMap<>();
        db.sql(EVENTS)
                .param("tenant", tenant)
                .param("ids", Sql.array(rows, WorkOrderRow::id))
                .query(OrderHistoryStore::happened)
                .list()
                .forEach(
                        one ->
                                happened.computeIfAbsent(one.orderId(), id -> new ArrayList<>())
                                        .add(one));
        return rows.stream()
                .map(row -> life(row, happened.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static OrderLife life(WorkOrderRow row, List<Happened> happened) {
        WorkOrder order = row.order();
        WorkOrder received =
                new WorkOrder(
                        order.id(),
                        order.intake(),
                        order.due(),
                        Lifecycle.of(order.intake().kind()).initial(),
                        Handling.none(order.intake().reception().receivedAt()));
        List<WorkOrderEvent> events = new ArrayList<>();
        for (Happened one : happened) {
            WorkOrderEvent event = one.event();
            events.add(event == null ? imported(order, happened.size() > 1) : event);
        }
        Severity first = first(events).orElse(order.intake().triage().severity());
        return new OrderLife(row, new History(received.heldFor(first), events));
    }

    /** What it was held for before anybody judged it anew. */
    private static Optional<Severity> first(List<WorkOrderEvent> events) {
        return events.stream()
                .filter(WorkOrderEvent.Reclassed.class::isInstance)
                .map(event -> ((WorkOrderEvent.Reclassed) event).from())
                .findFirst();
    }

    /** What was worked on here since had not ended there. */
    private static WorkOrderEvent imported(WorkOrder order, boolean since) {
        return since
                ? new WorkOrderEvent.Imported(
                        Lifecycle.of(order.intake().kind()).initial(), WorkOrderOutcome.OPEN, null)
                : new WorkOrderEvent.Imported(
                        order.state(), order.handling().outcome(), order.handling().endedAt());
    }

    private static Happened happened(ResultSet row, int index) throws SQLException {
        String action = row.getString("action");
        String order = row.getString("work_order_id");
        if (action.equals(IMPORT)) {
            return new Happened(order, null);
        }
        Actor actor =
                new Actor(
                        new StaffId(row.getString("staff_id")),
                        new PostKey(row.getString("acting_post")),
                        row.getString("authority_version"));
        Act act = new Act(actor, Sql.instant(row, "occurred_at"), row.getString("note"));
        WorkOrderState to = WorkOrderState.valueOf(row.getString("to_state"));
        if (action.equals(RECLASS)) {
            Severity from = Severity.valueOf(row.getString("severity_from"));
            Severity severity = Severity.valueOf(row.getString("severity"));
            return new Happened(order, new WorkOrderEvent.Reclassed(from, severity, to, act));
        }
        String assignee = row.getString("assignee_id");
        return new Happened(
                order,
                new WorkOrderEvent.Moved(
                        WorkOrderAction.valueOf(action),
                        WorkOrderState.valueOf(row.getString("from_state")),
                        to,
                        assignee == null ? null : new StaffId(assignee),
                        act));
    }
}
