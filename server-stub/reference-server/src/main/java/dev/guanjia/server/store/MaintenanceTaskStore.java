package dev.guanjia.server.store;

import dev.guanjia.asset.RepairHistory;
import dev.guanjia.asset.maintenance.MaintenanceTask;
import dev.guanjia.asset.maintenance.TaskEvent;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.money.Money;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.MaintenanceTaskColumns.Raw;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code maintenance_task}. */
@Repository
public class MaintenanceTaskStore {

    private final JdbcClient db;
    private final MaintenanceTaskEventStore events;
    private final EquipmentRepairStore repairs;

    MaintenanceTaskStore(
            JdbcClient db, MaintenanceTaskEventStore events, EquipmentRepairStore repairs) {
        this.db = db;
        this.events = events;
        this.repairs = repairs;
    }

    /**
     * A task.
     *
     * @param id the row
     * @param task the task
     * @param site the plan it belongs to
     * @param state where it stands today
     * @param orders its work orders
     * @param version counted from one
     */
    public record TaskRow(
            String id,
            MaintenanceTask task,
            Site site,
            String state,
            Orders orders,
            long version) {}

    /**
     * The work orders of a task.
     *
     * @param current its order; null while none is open for it
     * @param givenUp how many were given up
     * @param costs what the current one cost, one sum per currency
     */
    public record Orders(@Nullable String current, int givenUp, List<Money> costs) {}

    /**
     * The plan of a task.
     *
     * @param planId which
     * @param community where
     * @param zone its zone
     */
    public record Site(String planId, String community, ZoneId zone) {}

    /**
     * Which tasks are asked for; null for any.
     *
     * @param plan of this plan
     * @param community of this community
     * @param equipment which equipment
     * @param state standing so today
     * @param month of this month
     * @param from due on this day or later
     * @param to due on this day or earlier
     */
    public record Filter(
            @Nullable String plan,
            @Nullable String community,
            Pieces equipment,
            @Nullable String state,
            @Nullable DateRange month,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * Equipment; null stands for any.
     *
     * @param id this piece
     * @param kind of this class
     */
    public record Pieces(@Nullable String id, @Nullable String kind) {}

    /**
     * Keeps a task after a step.
     *
     * @param tenant the company
     * @param id which
     * @param task the task afterwards; its last event is new
     * @param at when the row is made
     */
    public void step(String tenant, String id, MaintenanceTask task, Instant at) {
        db.sql(MaintenanceTaskSql.CHANGE)
                .param("tenant", tenant)
                .param("id", id)
                .param("due", task.due().orElse(null))
                .param("moved", on(task, TaskEvent.Action.RESCHEDULE).isPresent())
                .param("performed", on(task, TaskEvent.Action.PERFORM).orElse(null))
                .param("verified", on(task, TaskEvent.Action.VERIFY).orElse(null))
                .param("withdrawn", on(task, TaskEvent.Action.WITHDRAW).orElse(null))
                .update();
        events.add(tenant, id, task, at);
    }

    private static Optional<LocalDate> on(MaintenanceTask task, TaskEvent.Action action) {
        return task.events().stream()
                .filter(event -> event.action() == action)
                .map(TaskEvent::on)
                .findFirst();
    }

    /**
     * Reads the task of an order, which is about to change.
     *
     * @param tenant the company
     * @param order the order
     * @param now the moment that says what day it is
     * @return locked; empty if the order is of no task
     */
    public Optional<TaskRow> lockOf(String tenant, String order, Instant now) {
        return one(
                tenant,
                order,
                now,
                MaintenanceTaskSql.SELECT + " and t.work_order_id = :id for update of t");
    }

    /**
     * Reads a task.
     *
     * @param tenant the company
     * @param id which
     * @param now the moment that says what day it is
     * @return empty if there is none
     */
    public Optional<TaskRow> find(String tenant, String id, Instant now) {
        return one(tenant, id, now, MaintenanceTaskSql.SELECT + " and t.id = :id");
    }

    /**
     * Reads a task that is about to change.
     *
     * @param tenant the company
     * @param id which
     * @param now the moment that says what day it is
     * @return locked; empty if there is none
     */
    public Optional<TaskRow> lock(String tenant, String id, Instant now) {
        return one(tenant, id, now, MaintenanceTaskSql.SELECT + " and t.id = :id for update of t");
    }

    private Optional<TaskRow> one(String tenant, String id, Instant now, String sql) {
        return read(tenant, asked(tenant, now, sql).param("id", id)).stream().findFirst();
    }

    /**
     * Reads, and locks, the tasks of a community that are due and have no order.
     *
     * @param tenant the company
     * @param community where
     * @param now the moment that says what day it is
     * @param fetch how many at most
     * @return the earliest
     */
    public List<TaskRow> waiting(String tenant, String community, Instant now, int fetch) {
        return read(
                tenant,
                asked(tenant, now, MaintenanceTaskSql.WAITING)
                        .param("community", community)
                        .param("fetch", fetch));
    }

    /**
     * Reads, and locks, the tasks of a piece of equipment that are not settled.
     *
     * @param tenant the company
     * @param equipment which
     * @param from asked for on this day or later
     * @param now the moment that says what day it is
     * @return by origin day
     */
    public List<TaskRow> left(String tenant, String equipment, LocalDate from, Instant now) {
        return read(
                tenant,
                asked(tenant, now, MaintenanceTaskSql.LEFT)
                        .param("equipment", equipment)
                        .param("from", from));
    }

    /**
     * Lists tasks by origin day and id.
     *
     * @param tenant the company
     * @param filter which
     * @param now the moment that says what day it is
     * @param request which page
     * @return the page
     */
    public Page<TaskRow> list(String tenant, Filter filter, Instant now, PageRequest request) {
        List<String> after = request.afterParts(List.of("0001-01-01", ""));
        DateRange month = filter.month();
        JdbcClient.StatementSpec statement =
                asked(tenant, now, MaintenanceTaskSql.LIST)
                        .param("state", filter.state())
                        .param("plan", filter.plan())
                        .param("community", filter.community())
                        .param("equipment", filter.equipment().id())
                        .param("kind", filter.equipment().kind())
                        .param("first", month == null ? null : month.start())
                        .param("end", month == null ? null : month.end())
                        .param("from", filter.from())
                        .param("to", filter.to())
                        .param("origin", PageRequest.day(after.get(0)))
                        .param("after", after.get(1))
                        .param("fetch", request.fetch());
        return Page.of(
                read(tenant, statement),
                request,
                row -> PageRequest.join(row.task().origin().toString(), row.id()));
    }

    private JdbcClient.StatementSpec asked(String tenant, Instant now, String sql) {
        return db.sql(sql).param("tenant", tenant).param("now", Sql.at(now));
    }

    private List<TaskRow> read(String tenant, JdbcClient.StatementSpec statement) {
        List<Raw> rows = statement.query((row, index) -> MaintenanceTaskColumns.raw(row)).list();
        Map<String, List<TaskEvent>> done = events.of(tenant, rows.stream().map(Raw::id).toList());
        RepairHistory history =
                repairs.under(
                        tenant,
                        rows.stream().map(Raw::workOrderId).filter(Objects::nonNull).toList());
        return rows.stream()
                .map(row -> row.with(done.getOrDefault(row.id(), List.of()), history))
                .toList();
    }
}
