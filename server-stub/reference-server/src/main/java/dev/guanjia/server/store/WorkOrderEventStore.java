package dev.guanjia.server.store;

import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code work_order_event}: what happened, never changed. */
@Repository
public class WorkOrderEventStore {

    private static final String INSERT =
            """
            insert into work_order_event (tenant, id, work_order_id, action, from_state, to_state,
                occurred_at, recorded_at, staff_id, acting_post, authority_version, assignee_id,
                note, severity_from, severity)
            values (:tenant, :id, :order, :action, :from, :to,
                :occurred, :recorded, :staff, :post, :authority, :assignee,
                :note, :severityFrom, :severity)
            """;
    private static final String LIST =
            """
            select seq, id, work_order_id, action, from_state, to_state, occurred_at, recorded_at,
                staff_id, acting_post, authority_version, assignee_id, note, severity_from, severity
            from work_order_event
            where tenant = :tenant and work_order_id = :order and seq > :after
            order by seq limit :fetch
            """;
    private static final String STATES =
            """
            select distinct on (work_order_id) work_order_id, to_state
            from work_order_event
            where tenant = :tenant and work_order_id = any(cast(:orders as text[]))
                and occurred_at <= :at
            order by work_order_id, seq desc
            """;
    private static final String LAST_TO =
            """
            select seq, id, work_order_id, action, from_state, to_state, occurred_at, recorded_at,
                staff_id, acting_post, authority_version, assignee_id, note, severity_from, severity
            from work_order_event
            where tenant = :tenant and work_order_id = :order and to_state = :state
            order by seq desc limit 1
            """;
    private static final String LATEST =
            """
            select seq, id, work_order_id, action, from_state, to_state, occurred_at, recorded_at,
                staff_id, acting_post, authority_version, assignee_id, note, severity_from, severity
            from work_order_event
            where tenant = :tenant and work_order_id = :order
                and action = any(cast(:actions as text[]))
            order by seq desc limit 1
            """;

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;

    WorkOrderEventStore(JdbcClient db, NamedParameterJdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    /**
     * What was done.
     *
     * @param action the step
     * @param from where the order stood; null for an import
     * @param to where it stands
     * @param assignee who does the work from then on; null when the step does not say
     * @param note what is to be remembered
     * @param severity what it is held for from then on; null when the step does not say
     */
    public record Change(
            String action,
            @Nullable String from,
            String to,
            @Nullable String assignee,
            @Nullable String note,
            @Nullable Judged severity) {

        /**
         * A step that leaves the severity as it is.
         *
         * @param action the step
         * @param from where the order stood; null for an import
         * @param to where it stands
         * @param assignee who does the work from then on; null when the step does not say
         * @param note what is to be remembered
         */
        public Change(
                String action,
                @Nullable String from,
                String to,
                @Nullable String assignee,
                @Nullable String note) {
            this(action, from, to, assignee, note, null);
        }
    }

    /**
     * Another severity.
     *
     * @param from what the order was held for
     * @param to what it is held for
     */
    public record Judged(String from, String to) {}

    /**
     * Who did it.
     *
     * @param staffId the person
     * @param post in which post
     * @param authority which version of the rules let them
     */
    public record Author(String staffId, String post, String authority) {}

    /**
     * Something that happened.
     *
     * @param seq grows with every event; zero before it is stored
     * @param id the event
     * @param orderId the order
     * @param change what was done
     * @param author by whom
     * @param occurredAt when
     * @param recordedAt when the row was made
     */
    public record EventRow(
            long seq,
            String id,
            String orderId,
            Change change,
            Author author,
            Instant occurredAt,
            Instant recordedAt) {}

    /**
     * Adds events.
     *
     * @param tenant the company
     * @param rows the events, in order
     */
    public void add(String tenant, List<EventRow> rows) {
        batches.batchUpdate(
                INSERT,
                rows.stream()
                        .map(row -> values(tenant, row))
                        .toArray(MapSqlParameterSource[]::new));
    }

    private static MapSqlParameterSource values(String tenant, EventRow row) {
        Judged severity = row.change().severity();
        return new MapSqlParameterSource()
                .addValue("tenant", tenant)
                .addValue("id", row.id())
                .addValue("order", row.orderId())
                .addValue("action", row.change().action())
                .addValue("from", row.change().from())
                .addValue("to", row.change().to())
                .addValue("occurred", Sql.at(row.occurredAt()))
                .addValue("recorded", Sql.at(row.recordedAt()))
                .addValue("staff", row.author().staffId())
                .addValue("post", row.author().post())
                .addValue("authority", row.author().authority())
                .addValue("assignee", row.change().assignee())
                .addValue("note", row.change().note())
                .addValue("severityFrom", severity == null ? null : severity.from())
                .addValue("severity", severity == null ? null : severity.to());
    }

    /**
     * Lists what happened to an order, oldest first.
     *
     * @param tenant the company
     * @param orderId the order
     * @param request which page
     * @return the page
     */
    public Page<EventRow> list(String tenant, String orderId, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("order", orderId)
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(WorkOrderEventStore::row)
                        .list(),
                request,
                row -> String.valueOf(row.seq()));
    }

    /**
     * Where orders stood at an instant.
     *
     * @param tenant the company
     * @param orderIds the orders
     * @param at the instant
     * @return by order; those to which nothing had happened by then are left out
     */
    public Map<String, WorkOrderState> statesAt(
            String tenant, Collection<String> orderIds, Instant at) {
        Map<String, WorkOrderState> states = new HashMap<>();
        if (!orderIds.isEmpty()) {
            db.sql(STATES)
                    .param("tenant", tenant)
                    .param("orders", Sql.array(orderIds, id -> id))
                    .param("at", Sql.at(at))
                    .query(
                            row -> {
                                states.put(
                                        row.getString("work_order_id"),
                                        WorkOrderState.valueOf(row.getString("to_state")));
                            });
        }
        return states;
    }

    /**
     * What brought an order into a state last.
     *
     * @param tenant the company
     * @param orderId the order
     * @param state the state
     * @return empty if it never came there
     */
    public Optional<EventRow> lastTo(String tenant, String orderId, String state) {
        return db.sql(LAST_TO)
                .param("tenant", tenant)
                .param("order", orderId)
                .param("state", state)
                .query(WorkOrderEventStore::row)
                .optional();
    }

    /**
     * The last of certain steps of an order.
     *
     * @param tenant the company
     * @param orderId the order
     * @param actions which steps
     * @return empty when it took none
     */
    public Optional<EventRow> latest(String tenant, String orderId, List<String> actions) {
        return db.sql(LATEST)
                .param("tenant", tenant)
                .param("order", orderId)
                .param("actions", Sql.array(actions, action -> action))
                .query(WorkOrderEventStore::row)
                .optional();
    }

    private static EventRow row(ResultSet row, int index) throws SQLException {
        return new EventRow(
                row.getLong("seq"),
                row.getString("id"),
                row.getString("work_order_id"),
                new Change(
                        row.getString("action"),
                        row.getString("from_state"),
                        row.getString("to_state"),
                        row.getString("assignee_id"),
                        row.getString("note"),
                        judged(row)),
                new Author(
                        row.getString("staff_id"),
                        row.getString("acting_post"),
                        row.getString("authority_version")),
                Sql.instant(row, "occurred_at"),
                Sql.instant(row, "recorded_at"));
    }

    private static @Nullable Judged judged(ResultSet row) throws SQLException {
        String severity = row.getString("severity");
        return severity == null ? null : new Judged(row.getString("severity_from"), severity);
    }
}
