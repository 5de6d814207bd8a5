package dev.guanjia.server.store;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.incident.Commander;
import dev.guanjia.security.incident.Incident;
import dev.guanjia.security.incident.IncidentEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code incident_event}: what was done with incidents. Rows are only ever added. */
@Component
class IncidentEventStore {

    private static final String INSERT =
            """
            insert into incident_event (tenant, incident_id, line, action, occurred_at,
                recorded_at, staff_id, acting_post, authority_version, step, report, reason,
                to_staff_id, to_post)
            values (:tenant, :id, :line, :action, :at, :recorded, :staff, :post, :authority, :step,
                cast(:report as jsonb), :reason, :toStaff, :toPost)
            """;
    private static final String SELECT =
            """
            select incident_id, action, occurred_at, staff_id, acting_post, authority_version,
                step, report, reason, to_staff_id, to_post
            from incident_event
            where tenant = :tenant and incident_id = any(cast(:ids as text[]))
            order by incident_id, line
            """;

    private final JdbcClient db;
    private final JsonMapper mapper;

    IncidentEventStore(JdbcClient db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    /** Adds the last thing done with an incident. */
    void add(String tenant, Incident incident, Instant recordedAt) {
        IncidentEvent last = incident.events().get(incident.events().size() - 1);
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", incident.id().value())
                .param("line", incident.events().size())
                .param("action", last.action().name())
                .param("at", Sql.at(last.at()))
                .param("recorded", Sql.at(recordedAt))
                .param("staff", last.by().staff().value())
                .param("post", last.by().post().value())
                .param("authority", last.by().authorityVersion())
                .param("step", last.step().orElse(null))
                .param(
                        "report",
                        last.report()
                                .map(report -> EmergencyJson.report(mapper, report))
                                .orElse(null))
                .param("reason", last.reason().orElse(null))
                .param("toStaff", last.to().map(to -> to.staff().value()).orElse(null))
                .param("toPost", last.to().map(to -> to.post().value()).orElse(null))
                .update();
    }

    /** What was done with each of these incidents, in order. */
    Map<String, List<IncidentEvent>> of(String tenant, Collection<String> ids) {
        Map<String, List<IncidentEvent>> events = new TreeMap<>();
        db.sql(SELECT)
                .param("tenant", tenant)
                .param("ids", Sql.array(ids, id -> id))
                .query(
                        (row, index) ->
                                events.computeIfAbsent(
                                                row.getString("incident_id"),
                                                key -> new ArrayList<>())
                                        .add(event(row)))
                .list();
        return events;
    }

    private IncidentEvent event(ResultSet row) throws SQLException {
        return new IncidentEvent(
                Incident.Action.valueOf(row.getString("action")),
                new Actor(
                        new StaffId(row.getString("staff_id")),
                        new PostKey(row.getString("acting_post")),
                        row.getString("authority_version")),
                Sql.instant(row, "occurred_at"),
                Optional.ofNullable(row.getString("step")),
                Optional.ofNullable(row.getString("report"))
                        .map(json -> EmergencyJson.report(mapper, json)),
                Optional.ofNullable(row.getString("reason")),
                to(row));
    }

    private static Optional<Commander> to(ResultSet row) throws SQLException {
        String staff = row.getString("to_staff_id");
        return staff == null
                ? Optional.empty()
                : Optional.of(
                        new Commander(
                                new StaffId(staff),
                                new PostKey(row.getString("to_post")),
                                Sql.instant(row, "occurred_at")));
    }
}
