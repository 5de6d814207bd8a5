package dev.guanjia.server.store;

import dev.guanjia.security.incident.EmergencyPlan;
import dev.guanjia.security.incident.Incident;
import dev.guanjia.security.incident.Incident.Alarm;
import dev.guanjia.security.incident.IncidentEvent;
import dev.guanjia.security.incident.IncidentId;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code incident}. */
@Repository
public class IncidentStore {

    private static final String INSERT =
            """
            insert into incident (tenant, id, kind, community_id, place, what, reported_by,
                reported_at, plan, plan_version, state, recorded_at)
            values (:tenant, :id, :kind, :community, :place, :what, :by, :reported,
                cast(:plan as jsonb), :planVersion, :state, :at)
            """;
    private static final String UPDATE =
            """
            update incident set state = :state, version = version + 1
            where tenant = :tenant and id = :id
            """;
    private static final String SELECT =
            """
            select id, kind, community_id, place, what, reported_by, reported_at, plan,
                plan_version, version
            from incident where tenant = :tenant
            """;
    private static final String CHOSEN =
            SELECT
                    + """
                     and (cast(:community as text) is null or community_id = :community)
                     and (cast(:kind as text) is null or kind = :kind)
                     and (cast(:state as text) is null or state = :state)
                     and (cast(:from as timestamptz) is null or reported_at >= :from)
                     and (cast(:to as timestamptz) is null or reported_at < :to)
                    """;
    private static final String LIST =
            CHOSEN
                    + """
                     and (reported_at, id) < (:reported, :after)
                    order by reported_at desc, id desc limit :fetch
                    """;
    private static final String LAST = "9999-12-31T00:00:00Z";

    private final JdbcClient db;
    private final JsonMapper mapper;
    private final EmergencyPlanStore plans;
    private final IncidentEventStore events;

    IncidentStore(
            JdbcClient db, JsonMapper mapper, EmergencyPlanStore plans, IncidentEventStore events) {
        this.db = db;
        this.mapper = mapper;
        this.plans = plans;
        this.events = events;
    }

    /**
     * An incident.
     *
     * @param incident the incident
     * @param community where
     * @param planVersion which version of the plan holds for it
     * @param version counted from one
     */
    public record IncidentRow(Incident incident, String community, int planVersion, long version) {

        /**
         * Which one.
         *
         * @return its id
         */
        public String id() {
            return incident.id().value();
        }
    }

    /**
     * Which incidents are asked for; null for any.
     *
     * @param community where
     * @param kind of which kind
     * @param state where it stands
     * @param from reported then or later
     * @param to reported before
     */
    public record Filter(
            @Nullable String community,
            @Nullable String kind,
            @Nullable String state,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** A row without what was done. */
    private record Raw(IncidentRow row) {
        IncidentRow with(List<IncidentEvent> events) {
            Incident incident = row.incident();
            return new IncidentRow(
                    new Incident(incident.id(), incident.alarm(), incident.plan(), events),
                    row.community(),
                    row.planVersion(),
                    row.version());
        }
    }

    /**
     * Adds an incident that was reported.
     *
     * @param tenant the company
     * @param row the incident
     * @param at when the row is made
     */
    public void add(String tenant, IncidentRow row, Instant at) {
        Incident incident = row.incident();
        Alarm alarm = incident.alarm();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("kind", incident.plan().kind().id())
                .param("community", row.community())
                .param("place", alarm.place())
                .param("what", alarm.what())
                .param("by", alarm.by())
                .param("reported", Sql.at(alarm.at()))
                .param("plan", EmergencyJson.plan(mapper, incident.plan()))
                .param("planVersion", row.planVersion())
                .param("state", incident.state().name())
                .param("at", Sql.at(at))
                .update();
    }

    /**
     * Keeps an incident after a step.
     *
     * @param tenant the company
     * @param incident the incident afterwards; its last event is new
     * @param recordedAt when the row is made
     */
    public void step(String tenant, Incident incident, Instant recordedAt) {
        String id = incident.id().value();
        db.sql(UPDATE)
                .param("tenant", tenant)
                .param("id", id)
                .param("state", incident.state().name())
                .update();
        events.add(tenant, incident, recordedAt);
    }

    /**
     * Reads an incident.
     *
     * @param tenant the company
     * @param id which
     * @return empty if there is none
     */
    public Optional<IncidentRow> find(String tenant, String id) {
        return one(tenant, id, SELECT + " and id = :id");
    }

    /**
     * Reads an incident that is about to change.
     *
     * @param tenant the company
     * @param id which
     * @return locked; empty if there is none
     */
    public Optional<IncidentRow> lock(String tenant, String id) {
        return one(tenant, id, SELECT + " and id = :id for update");
    }

    private Optional<IncidentRow> one(String tenant, String id, String sql) {
        return read(tenant, db.sql(sql).param("tenant", tenant).param("id", id)).stream()
                .findFirst();
    }

    /**
     * Lists incidents, latest reported first.
     *
     * @param tenant the company
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<IncidentRow> list(String tenant, Filter filter, PageRequest request) {
        List<String> after = request.afterParts(List.of(LAST, ""));
        JdbcClient.StatementSpec statement =
                chosen(tenant, LIST, filter)
                        .param("reported", Sql.at(instant(after.get(0))))
                        .param("after", after.get(1))
                        .param("fetch", request.fetch());
        return Page.of(
                read(tenant, statement),
                request,
                row -> PageRequest.join(row.incident().alarm().at().toString(), row.id()));
    }

    /**
     * Reads incidents.
     *
     * @param tenant the company
     * @param filter which
     * @return in any order
     */
    public List<IncidentRow> all(String tenant, Filter filter) {
        return read(tenant, chosen(tenant, CHOSEN, filter));
    }

    private JdbcClient.StatementSpec chosen(String tenant, String sql, Filter filter) {
        return db.sql(sql)
                .param("tenant", tenant)
                .param("community", filter.community())
                .param("kind", filter.kind())
                .param("state", filter.state())
                .param("from", filter.from() == null ? null : Sql.at(filter.from()))
                .param("to", filter.to() == null ? null : Sql.at(filter.to()));
    }

    private static Instant instant(String part) {
        try {
            return Instant.parse(part);
        } catch (DateTimeParseException forged) {
            throw PageRequest.invalid();
        }
    }

    private List<IncidentRow> read(String tenant, JdbcClient.StatementSpec statement) {
        List<Raw> rows = statement.query((row, index) -> raw(row)).list();
        Map<String, List<IncidentEvent>> done =
                events.of(tenant, rows.stream().map(row -> row.row().id()).toList());
        return rows.stream()
                .map(row -> row.with(done.getOrDefault(row.row().id(), List.of())))
                .toList();
    }

    private Raw raw(ResultSet row) throws SQLException {
        EmergencyPlan shipped = plans.shipped(row.getString("kind")).orElseThrow();
        EmergencyPlan plan = EmergencyJson.plan(mapper, row.getString("plan"), shipped);
        Alarm alarm =
                new Alarm(
                        row.getString("place"),
                        row.getString("what"),
                        row.getString("reported_by"),
                        Sql.instant(row, "reported_at"));
        return new Raw(
                new IncidentRow(
                        Incident.report(new IncidentId(row.getString("id")), alarm, plan),
                        row.getString("community_id"),
                        row.getInt("plan_version"),
                        row.getLong("version")));
    }
}
