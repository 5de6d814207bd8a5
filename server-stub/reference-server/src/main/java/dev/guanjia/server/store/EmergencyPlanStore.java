package dev.guanjia.server.store;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.incident.EmergencyPlan;
import dev.guanjia.security.incident.EmergencyPlan.Event;
import dev.guanjia.security.incident.EmergencyPlans;
import dev.guanjia.security.incident.PlanStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code emergency_plan} and {@code emergency_plan_event}, over the shipped drafts. */
@Repository
public class EmergencyPlanStore {

    private static final String ENSURE =
            """
            insert into emergency_plan (tenant, kind, steps)
            values (:tenant, :kind, cast(:steps as jsonb)) on conflict (tenant, kind) do nothing
            """;
    private static final String UPDATE =
            """
            update emergency_plan set steps = cast(:steps as jsonb), version = version + 1
            where tenant = :tenant and kind = :kind
            """;
    private static final String SELECT =
            "select kind, steps, version from emergency_plan where tenant = :tenant";
    private static final String ADD_EVENT =
            """
            insert into emergency_plan_event (tenant, kind, line, action, occurred_at, recorded_at,
                staff_id, acting_post, authority_version, note)
            values (:tenant, :kind, :line, :action, :at, :recorded, :staff, :post, :authority,
                :note)
            """;
    private static final String EVENTS =
            """
            select kind, action, occurred_at, staff_id, acting_post, authority_version, note
            from emergency_plan_event where tenant = :tenant order by kind, line
            """;

    private final JdbcClient db;
    private final JsonMapper mapper;
    private final SortedMap<String, EmergencyPlan> shipped = EmergencyPlans.load();

    EmergencyPlanStore(JdbcClient db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    /**
     * A plan.
     *
     * @param plan the plan
     * @param version counted from one
     */
    public record PlanRow(EmergencyPlan plan, long version) {}

    private record Raw(String kind, List<PlanStep> steps, long version) {}

    /**
     * The plan that ships with the library.
     *
     * @param kind the key of its kind
     * @return empty if there is no such kind
     */
    public Optional<EmergencyPlan> shipped(String kind) {
        return Optional.ofNullable(shipped.get(kind));
    }

    /**
     * Reads every plan.
     *
     * @param tenant the company
     * @return by kind; those that the company never touched are the shipped drafts
     */
    public List<PlanRow> all(String tenant) {
        Map<String, List<Event>> events = events(tenant);
        Map<String, Raw> own = new TreeMap<>();
        db.sql(SELECT)
                .param("tenant", tenant)
                .query((row, index) -> raw(row))
                .list()
                .forEach(row -> own.put(row.kind(), row));
        return shipped.values().stream()
                .map(draft -> plan(draft, Optional.ofNullable(own.get(draft.kind().id())), events))
                .toList();
    }

    /**
     * Reads a plan that is about to change.
     *
     * @param tenant the company
     * @param kind the key of its kind
     * @return locked; empty if there is no such kind
     */
    public Optional<PlanRow> lock(String tenant, String kind) {
        return shipped(kind).map(draft -> lock(tenant, draft));
    }

    private PlanRow lock(String tenant, EmergencyPlan draft) {
        String kind = draft.kind().id();
        db.sql(ENSURE)
                .param("tenant", tenant)
                .param("kind", kind)
                .param("steps", EmergencyJson.steps(mapper, draft.steps()))
                .update();
        Raw row =
                db.sql(SELECT + " and kind = :kind for update")
                        .param("tenant", tenant)
                        .param("kind", kind)
                        .query((found, index) -> raw(found))
                        .single();
        return plan(draft, Optional.of(row), events(tenant));
    }

    private static PlanRow plan(
            EmergencyPlan draft, Optional<Raw> row, Map<String, List<Event>> events) {
        String kind = draft.kind().id();
        return new PlanRow(
                new EmergencyPlan(
                        draft.kind(),
                        row.map(Raw::steps).orElse(draft.steps()),
                        draft.contacts(),
                        events.getOrDefault(kind, List.of())),
                row.map(Raw::version).orElse(1L));
    }

    /**
     * Keeps a plan after a step in its life.
     *
     * @param tenant the company
     * @param plan the plan afterwards; its last event is new
     * @param recordedAt when the row is made
     */
    public void step(String tenant, EmergencyPlan plan, Instant recordedAt) {
        String kind = plan.kind().id();
        Event last = plan.events().get(plan.events().size() - 1);
        db.sql(UPDATE)
                .param("tenant", tenant)
                .param("kind", kind)
                .param("steps", EmergencyJson.steps(mapper, plan.steps()))
                .update();
        db.sql(ADD_EVENT)
                .param("tenant", tenant)
                .param("kind", kind)
                .param("line", plan.events().size())
                .param("action", last.action().name())
                .param("at", Sql.at(last.at()))
                .param("recorded", Sql.at(recordedAt))
                .param("staff", last.by().staff().value())
                .param("post", last.by().post().value())
                .param("authority", last.by().authorityVersion())
                .param("note", last.note())
                .update();
    }

    private Map<String, List<Event>> events(String tenant) {
        Map<String, List<Event>> events = new TreeMap<>();
        db.sql(EVENTS)
                .param("tenant", tenant)
                .query(
                        (row, index) ->
                                events.computeIfAbsent(
                                                row.getString("kind"), key -> new ArrayList<>())
                                        .add(event(row)))
                .list();
        return events;
    }

    private Raw raw(ResultSet row) throws SQLException {
        return new Raw(
                row.getString("kind"),
                EmergencyJson.steps(mapper, row.getString("steps")),
                row.getLong("version"));
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                EmergencyPlan.Action.valueOf(row.getString("action")),
                new Actor(
                        new StaffId(row.getString("staff_id")),
                        new PostKey(row.getString("acting_post")),
                        row.getString("authority_version")),
                Sql.instant(row, "occurred_at"),
                row.getString("note"));
    }
}
