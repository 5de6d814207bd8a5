package dev.guanjia.server.store;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.incident.EmergencyPlan;
import dev.guanjia.security.incident.EmergencyPlan.Event;
import dev.guanjia.security.incident.EmergencyPlans;
import dev.guanjia.security.incident.PlanVersion;
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

/**
 * The tables {@code emergency_plan}, {@code emergency_plan_version} and {@code
 * emergency_plan_event}, over the shipped drafts.
 */
@Repository
public class EmergencyPlanStore {

    private static final String ENSURE =
            """
            insert into emergency_plan (tenant, kind) values (:tenant, :kind)
            on conflict (tenant, kind) do nothing
            """;
    private static final String UPDATE =
            """
            update emergency_plan set version = version + 1 where tenant = :tenant and kind = :kind
            """;
    private static final String SELECT =
            "select kind, version from emergency_plan where tenant = :tenant";
    private static final String ADD_VERSION =
            """
            insert into emergency_plan_version (tenant, kind, number, content, recorded_at)
            values (:tenant, :kind, :number, cast(:content as jsonb), :recorded)
            on conflict (tenant, kind, number) do nothing
            """;
    private static final String VERSIONS =
            """
            select kind, number, content from emergency_plan_version where tenant = :tenant
            order by kind, number
            """;
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
        Map<String, Long> own = new TreeMap<>();
        db.sql(SELECT)
                .param("tenant", tenant)
                .query((row, index) -> own.put(row.getString("kind"), row.getLong("version")))
                .list();
        Told told = told(tenant);
        return shipped.values().stream()
                .map(draft -> told.plan(draft, own.getOrDefault(draft.kind().id(), 1L)))
                .toList();
    }

    /**
     * Reads a plan that is about to change.
     *
     * @param tenant the company
     * @param kind the key of its kind
     * @param now when its first draft is recorded, unless it is
     * @return locked; empty if there is no such kind
     */
    public Optional<PlanRow> lock(String tenant, String kind, Instant now) {
        return shipped(kind).map(draft -> lock(tenant, draft, now));
    }

    private PlanRow lock(String tenant, EmergencyPlan draft, Instant now) {
        String kind = draft.kind().id();
        db.sql(ENSURE).param("tenant", tenant).param("kind", kind).update();
        long version =
                db.sql(SELECT + " and kind = :kind for update")
                        .param("tenant", tenant)
                        .param("kind", kind)
                        .query((row, index) -> row.getLong("version"))
                        .single();
        keep(tenant, draft.latest(), now);
        return told(tenant).plan(draft, version);
    }

    /** Versions and events by kind. */
    private record Told(Map<String, List<PlanVersion>> versions, Map<String, List<Event>> events) {

        PlanRow plan(EmergencyPlan draft, long version) {
            String kind = draft.kind().id();
            return new PlanRow(
                    new EmergencyPlan(
                            draft.kind(),
                            versions.getOrDefault(kind, draft.versions()),
                            draft.contacts(),
                            events.getOrDefault(kind, List.of())),
                    version);
        }
    }

    private Told told(String tenant) {
        return new Told(versions(tenant), events(tenant));
    }

    private Map<String, List<PlanVersion>> versions(String tenant) {
        Map<String, List<PlanVersion>> versions = new TreeMap<>();
        db.sql(VERSIONS)
                .param("tenant", tenant)
                .query(
                        (row, index) ->
                                versions.computeIfAbsent(
                                                row.getString("kind"), key -> new ArrayList<>())
                                        .add(version(row)))
                .list();
        return versions;
    }

    private PlanVersion version(ResultSet row) throws SQLException {
        EmergencyPlan draft = shipped(row.getString("kind")).orElseThrow();
        return EmergencyJson.version(
                mapper, row.getString("content"), draft.kind(), row.getInt("number"));
    }

    private void keep(String tenant, PlanVersion version, Instant recordedAt) {
        db.sql(ADD_VERSION)
                .param("tenant", tenant)
                .param("kind", version.kind().id())
                .param("number", version.number())
                .param("content", EmergencyJson.version(mapper, version))
                .param("recorded", Sql.at(recordedAt))
                .update();
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
        db.sql(UPDATE).param("tenant", tenant).param("kind", kind).update();
        keep(tenant, plan.latest(), recordedAt);
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
