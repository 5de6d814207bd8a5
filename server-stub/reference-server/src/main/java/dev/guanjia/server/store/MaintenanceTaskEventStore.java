package dev.guanjia.server.store;

import dev.guanjia.asset.maintenance.MaintenanceTask;
import dev.guanjia.asset.maintenance.TaskEvent;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code maintenance_task_event}: what happened to tasks. Rows are only ever added. */
@Component
class MaintenanceTaskEventStore {

    private static final String INSERT =
            """
            insert into maintenance_task_event (tenant, task_id, line, action, acted_on,
                recorded_at, staff_id, acting_post, authority_version, note, moved_to)
            values (:tenant, :id, :line, :action, :on, :at, :staff, :post, :authority, :note, :to)
            """;
    private static final String SELECT =
            """
            select task_id, action, acted_on, staff_id, acting_post, authority_version, note,
                moved_to
            from maintenance_task_event
            where tenant = :tenant and task_id = any(cast(:ids as text[])) order by task_id, line
            """;

    private final JdbcClient db;

    MaintenanceTaskEventStore(JdbcClient db) {
        this.db = db;
    }

    /** Adds the last thing that happened to a task. */
    void add(String tenant, String id, MaintenanceTask task, Instant at) {
        TaskEvent last = task.events().get(task.events().size() - 1);
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", id)
                .param("line", task.events().size())
                .param("action", last.action().name())
                .param("on", last.on())
                .param("at", Sql.at(at))
                .param("staff", last.actor().staff().value())
                .param("post", last.actor().post().value())
                .param("authority", last.actor().authorityVersion())
                .param("note", last.note())
                .param("to", last.to().orElse(null))
                .update();
    }

    /** What happened to each of these tasks, in order. */
    Map<String, List<TaskEvent>> of(String tenant, Collection<String> ids) {
        Map<String, List<TaskEvent>> events = new TreeMap<>();
        db.sql(SELECT)
                .param("tenant", tenant)
                .param("ids", Sql.array(ids, id -> id))
                .query(
                        (row, index) ->
                                events.computeIfAbsent(
                                                row.getString("task_id"), key -> new ArrayList<>())
                                        .add(event(row)))
                .list();
        return events;
    }

    private static TaskEvent event(ResultSet row) throws SQLException {
        return new TaskEvent(
                TaskEvent.Action.valueOf(row.getString("action")),
                new Actor(
                        new StaffId(row.getString("staff_id")),
                        new PostKey(row.getString("acting_post")),
                        row.getString("authority_version")),
                row.getObject("acted_on", LocalDate.class),
                row.getString("note"),
                Optional.ofNullable(row.getObject("moved_to", LocalDate.class)));
    }
}
