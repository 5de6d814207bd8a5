package dev.guanjia.server.store;

import dev.guanjia.security.incident.Drill;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code drill}: drills planned, moved, cancelled and held. */
@Repository
public class DrillStore {

    private static final String INSERT =
            """
            insert into drill (tenant, id, kind, community_id, planned_first_on, planned_on)
            values (:tenant, :id, :kind, :community, :day, :day)
            """;
    private static final String HOLD =
            """
            update drill set held_at = :at, participants = :participants, passed = :passed,
                lessons = cast(:lessons as jsonb)
            where tenant = :tenant and id = :id
            """;
    private static final String CHANGE =
            """
            update drill set planned_on = :day, cancelled = :cancelled
            where tenant = :tenant and id = :id
            """;
    private static final String SELECT =
            """
            select d.id, d.kind, d.community_id, d.planned_first_on, d.planned_on, d.held_at,
                d.participants, d.passed, d.lessons, state.name as state
            from drill d
            join community c on c.tenant = d.tenant and c.id = d.community_id
            cross join lateral (select case when d.held_at is not null then 'HELD'
                when d.cancelled then 'CANCELLED'
                when d.planned_on < cast(cast(:now as timestamptz) at time zone c.time_zone as date)
                    then 'OVERDUE'
                else 'PLANNED' end as name) state
            where d.tenant = :tenant
            """;
    private static final String LIST =
            SELECT
                    + """
                     and (cast(:community as text) is null or d.community_id = :community)
                     and (cast(:kind as text) is null or d.kind = :kind)
                     and (cast(:state as text) is null or state.name = :state)
                     and (cast(:from as date) is null or d.planned_on >= :from)
                     and (cast(:to as date) is null or d.planned_on <= :to)
                     and (d.planned_on, d.id) > (:day, :after)
                    order by d.planned_on, d.id limit :fetch
                    """;

    private final JdbcClient db;
    private final JsonMapper mapper;
    private final DrillChangeStore changes;

    DrillStore(JdbcClient db, JsonMapper mapper, DrillChangeStore changes) {
        this.changes = changes;
        this.db = db;
        this.mapper = mapper;
    }

    /**
     * A drill.
     *
     * @param drill the drill
     * @param community where
     * @param state where it stands today
     */
    public record DrillRow(Drill drill, String community, String state) {
        private DrillRow with(List<Drill.Change> changes) {
            return new DrillRow(
                    new Drill(drill.id(), drill.kind(), drill.plannedOn(), changes, drill.held()),
                    community,
                    state);
        }
    }

    /**
     * Which drills are asked for; null for any.
     *
     * @param community where
     * @param kind of which kind
     * @param state standing so today
     * @param from planned on this day or later
     * @param to planned on this day or earlier
     */
    public record Filter(
            @Nullable String community,
            @Nullable String kind,
            @Nullable String state,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * Adds a drill that is planned.
     *
     * @param tenant the company
     * @param drill the drill
     * @param community where
     */
    public void add(String tenant, Drill drill, String community) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", drill.id())
                .param("kind", drill.kind())
                .param("community", community)
                .param("day", drill.day())
                .update();
    }

    /**
     * Keeps how a drill went.
     *
     * @param tenant the company
     * @param id which
     * @param held how it went
     */
    public void hold(String tenant, String id, Drill.Held held) {
        db.sql(HOLD)
                .param("tenant", tenant)
                .param("id", id)
                .param("at", Sql.at(held.at()))
                .param("participants", held.participants())
                .param("passed", held.passed())
                .param("lessons", mapper.writeValueAsString(held.lessons()))
                .update();
    }

    /**
     * Keeps that a drill was moved or cancelled.
     *
     * @param tenant the company
     * @param drill the drill afterwards; its last change is new
     */
    public void change(String tenant, Drill drill) {
        db.sql(CHANGE)
                .param("tenant", tenant)
                .param("id", drill.id())
                .param("day", drill.day())
                .param("cancelled", drill.cancelled().isPresent())
                .update();
        changes.add(tenant, drill);
    }

    /**
     * Reads a drill.
     *
     * @param tenant the company
     * @param id which
     * @param now the moment that says what day it is
     * @return empty if there is none
     */
    public Optional<DrillRow> find(String tenant, String id, Instant now) {
        return one(tenant, id, now, SELECT + " and d.id = :id");
    }

    /**
     * Reads a drill that is about to change.
     *
     * @param tenant the company
     * @param id which
     * @param now the moment that says what day it is
     * @return locked; empty if there is none
     */
    public Optional<DrillRow> lock(String tenant, String id, Instant now) {
        return one(tenant, id, now, SELECT + " and d.id = :id for update of d");
    }

    private Optional<DrillRow> one(String tenant, String id, Instant now, String sql) {
        return read(
                        tenant,
                        db.sql(sql)
                                .param("tenant", tenant)
                                .param("now", Sql.at(now))
                                .param("id", id))
                .stream()
                .findFirst();
    }

    /**
     * Lists drills by planned day.
     *
     * @param tenant the company
     * @param filter which
     * @param now the moment that says what day it is
     * @param request which page
     * @return the page
     */
    public Page<DrillRow> list(String tenant, Filter filter, Instant now, PageRequest request) {
        List<String> after = request.afterParts(List.of("0001-01-01", ""));
        JdbcClient.StatementSpec statement =
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("now", Sql.at(now))
                        .param("community", filter.community())
                        .param("kind", filter.kind())
                        .param("state", filter.state())
                        .param("from", filter.from())
                        .param("to", filter.to())
                        .param("day", PageRequest.day(after.get(0)))
                        .param("after", after.get(1))
                        .param("fetch", request.fetch());
        return Page.of(
                read(tenant, statement),
                request,
                row -> PageRequest.join(row.drill().day().toString(), row.drill().id()));
    }

    private List<DrillRow> read(String tenant, JdbcClient.StatementSpec statement) {
        List<DrillRow> rows = statement.query(this::row).list();
        Map<String, List<Drill.Change>> made =
                changes.of(tenant, rows.stream().map(row -> row.drill().id()).toList());
        return rows.stream()
                .map(row -> row.with(made.getOrDefault(row.drill().id(), List.of())))
                .toList();
    }

    private DrillRow row(ResultSet row, int index) throws SQLException {
        return new DrillRow(
                new Drill(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getObject("planned_first_on", LocalDate.class),
                        List.of(),
                        held(row)),
                row.getString("community_id"),
                row.getString("state"));
    }

    private Optional<Drill.Held> held(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("held_at", OffsetDateTime.class);
        return at == null
                ? Optional.empty()
                : Optional.of(
                        new Drill.Held(
                                at.toInstant(),
                                row.getInt("participants"),
                                row.getBoolean("passed"),
                                List.of(
                                        mapper.readValue(
                                                row.getString("lessons"), String[].class))));
    }
}
