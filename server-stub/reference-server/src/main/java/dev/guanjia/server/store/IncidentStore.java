package dev.guanjia.server.store;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.incident.EmergencyKind;
import dev.guanjia.security.incident.Incident;
import dev.guanjia.security.incident.Incident.Alarm;
import dev.guanjia.security.incident.IncidentEvent;
import dev.guanjia.security.incident.IncidentId;
import dev.guanjia.security.incident.PlanVersion;
import dev.guanjia.security.incident.ToDo;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
            update incident set state = :state, version = version + 1,
                told = cast(:told as text[]), notice_due_at = :due, told_at = :toldAt,
                acknowledged_at = :acknowledged
            where tenant = :tenant and id = :id
            """;
    private static final String SELECT =
            """
            select id, kind, community_id, place, what, reported_by, reported_at, plan,
                plan_version, told, version
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
                     and (cast(:told as text) is null or told @> array[cast(:told as text)])
                     and case cast(:notice as text)
                        when 'OPEN' then notice_due_at is not null and told_at is null
                        when 'LATE' then notice_due_at < :now and told_at is null
                        when 'TOLD' then told_at is not null
                        when 'UNACKNOWLEDGED' then told_at is not null and acknowledged_at is null
                        else true end
                    """;
    private static final String LIST =
            CHOSEN
                    + """
                     and (reported_at, id) < (:reported, :after)
                    order by reported_at desc, id desc limit :fetch
                    """;

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
     * @param told who is told at once, as it was when it was confirmed; nobody before
     * @param version counted from one
     */
    public record IncidentRow(
            Incident incident, String community, List<StaffId> told, long version) {

        /**
         * Which one.
         *
         * @return its id
         */
        public String id() {
            return incident.id().value();
        }

        private IncidentRow with(List<IncidentEvent> events) {
            Incident whole = new Incident(incident.id(), incident.alarm(), incident.plan(), events);
            return new IncidentRow(whole, community, told, version);
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
     * @param notice whose notice is asked for
     */
    public record Filter(
            @Nullable String community,
            @Nullable String kind,
            @Nullable String state,
            @Nullable Instant from,
            @Nullable Instant to,
            Notice notice) {}

    /**
     * Which notices are asked for; null for any.
     *
     * @param state how it stands
     * @param told who is told
     * @param now the moment that says what is late
     */
    public record Notice(@Nullable String state, @Nullable String told, Instant now) {}

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
                .param("plan", EmergencyJson.version(mapper, incident.plan()))
                .param("planVersion", incident.plan().number())
                .param("state", incident.state().name())
                .param("at", Sql.at(at))
                .update();
    }

    /**
     * Keeps an incident after a step.
     *
     * @param tenant the company
     * @param row the incident afterwards; its last event is new
     * @param recordedAt when the row is made
     */
    public void step(String tenant, IncidentRow row, Instant recordedAt) {
        Incident incident = row.incident();
        Optional<ToDo> notice = incident.notice();
        db.sql(UPDATE)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("state", incident.state().name())
                .param("told", Sql.array(row.told(), StaffId::value))
                .param("due", notice.map(ToDo::dueBy).map(Sql::at).orElse(null))
                .param("toldAt", notice.flatMap(ToDo::doneAt).map(Sql::at).orElse(null))
                .param("acknowledged", incident.acknowledgedAt().map(Sql::at).orElse(null))
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
        MomentKey after = MomentKey.latestFirst(request);
        JdbcClient.StatementSpec statement =
                chosen(tenant, LIST, filter)
                        .param("reported", Sql.at(after.at()))
                        .param("after", after.id())
                        .param("fetch", request.fetch());
        return Page.of(
                read(tenant, statement),
                request,
                row -> MomentKey.text(row.incident().alarm().at(), row.id()));
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
                .param("to", filter.to() == null ? null : Sql.at(filter.to()))
                .param("notice", filter.notice().state())
                .param("told", filter.notice().told())
                .param("now", Sql.at(filter.notice().now()));
    }

    private List<IncidentRow> read(String tenant, JdbcClient.StatementSpec statement) {
        List<IncidentRow> rows = statement.query((row, index) -> row(row)).list();
        Map<String, List<IncidentEvent>> done =
                events.of(tenant, rows.stream().map(IncidentRow::id).toList());
        return rows.stream().map(row -> row.with(done.getOrDefault(row.id(), List.of()))).toList();
    }

    private IncidentRow row(ResultSet row) throws SQLException {
        EmergencyKind kind = plans.shipped(row.getString("kind")).orElseThrow().kind();
        PlanVersion plan =
                EmergencyJson.version(
                        mapper, row.getString("plan"), kind, row.getInt("plan_version"));
        Alarm alarm =
                new Alarm(
                        row.getString("place"),
                        row.getString("what"),
                        row.getString("reported_by"),
                        Sql.instant(row, "reported_at"));
        return new IncidentRow(
                Incident.report(new IncidentId(row.getString("id")), alarm, plan),
                row.getString("community_id"),
                Sql.texts(row, "told").stream().map(StaffId::new).toList(),
                row.getLong("version"));
    }
}
