package dev.guanjia.server.store;

import dev.guanjia.security.patrol.PatrolPlan;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code patrol_plan}: what is patrolled in a shift, until a later row of its key. */
@Repository
public class PatrolPlanStore {

    private static final String INSERT =
            """
            insert into patrol_plan (tenant, id, community_id, shift_id, key, sort, duty_id, post,
                minimum, route_ids, windows, from_day, recorded_at)
            values (:tenant, :id, :community, :shift, :key, :sort, :duty, :post, :minimum,
                cast(:routes as text[]), cast(:windows as jsonb), :from, :recorded)
            on conflict do nothing
            """;
    private static final String SELECT =
            """
            select id, seq, community_id, shift_id, key, sort, duty_id, post, minimum, route_ids, windows,
                from_day
            from patrol_plan where tenant = :tenant
            """;
    private static final String FILTER =
            """
             and (cast(:community as text) is null or community_id = :community)
             and (cast(:shift as text) is null or shift_id = :shift)
            """;
    private static final String LIST =
            SELECT + FILTER + " and seq > :after order by seq limit :fetch";
    private static final String IN_FORCE =
            SELECT
                    + FILTER
                    + """
                     and from_day = (select max(later.from_day) from patrol_plan later
                        where later.tenant = patrol_plan.tenant and later.from_day <= :day
                        and later.community_id = patrol_plan.community_id
                        and later.shift_id = patrol_plan.shift_id
                        and later.key = patrol_plan.key)
                    order by community_id, shift_id, key
                    """;
    private static final String USING =
            SELECT
                    + """
                     and :route = any(route_ids) and not exists (select 1 from patrol_plan later
                        where later.tenant = patrol_plan.tenant
                        and later.community_id = patrol_plan.community_id
                        and later.shift_id = patrol_plan.shift_id
                        and later.key = patrol_plan.key
                        and later.from_day > patrol_plan.from_day and later.from_day <= :day)
                    order by seq
                    """;

    private final JdbcClient db;
    private final JsonMapper mapper;

    PatrolPlanStore(JdbcClient db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    /**
     * Which shift a plan is for.
     *
     * @param communityId where
     * @param shiftId the shift
     * @param key which of the plans of the shift
     * @param from the first day
     */
    public record Scope(String communityId, String shiftId, String key, LocalDate from) {}

    /**
     * What a plan asks for.
     *
     * @param sort of which sort its rounds are
     * @param dutyId the duty it fulfils
     * @param post the post that has it
     * @param minimum how often every area is to be covered
     * @param routeIds the ways
     * @param windows in which every area is to be covered once
     */
    public record Terms(
            PatrolPlan.Sort sort,
            String dutyId,
            String post,
            int minimum,
            List<String> routeIds,
            List<PatrolPlan.Window> windows) {}

    /**
     * A plan.
     *
     * @param id the row
     * @param seq the number of the row; 0 for a new one
     * @param scope which shift
     * @param terms what it asks for
     */
    public record PlanRow(String id, long seq, Scope scope, Terms terms) {}

    /**
     * Which plans are asked for; null for any.
     *
     * @param communityId where
     * @param shiftId of this shift
     */
    public record Filter(@Nullable String communityId, @Nullable String shiftId) {}

    /** Adds a plan; false if there is one of that key and shift from that day. */
    public boolean add(String tenant, PlanRow row, Instant recordedAt) {
        return db.sql(INSERT)
                        .param("tenant", tenant)
                        .param("id", row.id())
                        .param("community", row.scope().communityId())
                        .param("shift", row.scope().shiftId())
                        .param("key", row.scope().key())
                        .param("sort", row.terms().sort().name())
                        .param("duty", row.terms().dutyId())
                        .param("post", row.terms().post())
                        .param("minimum", row.terms().minimum())
                        .param("routes", row.terms().routeIds().toArray(new String[0]))
                        .param("windows", PatrolJson.windows(mapper, row.terms().windows()))
                        .param("from", row.scope().from())
                        .param("recorded", Sql.at(recordedAt))
                        .update()
                == 1;
    }

    /** Reads a plan. */
    public Optional<PlanRow> find(String tenant, String id) {
        return db.sql(SELECT + " and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** A page of the plans, oldest first. */
    public Page<PlanRow> list(String tenant, Filter filter, PageRequest request) {
        return Page.of(
                filtered(LIST, tenant, filter)
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(this::row)
                        .list(),
                request,
                row -> Long.toString(row.seq()));
    }

    /** The plans of the shifts that begin on a day. */
    public List<PlanRow> inForce(String tenant, Filter filter, LocalDate day) {
        return filtered(IN_FORCE, tenant, filter).param("day", day).query(this::row).list();
    }

    /** The plans along a route that hold on a day or begin later. */
    public List<PlanRow> using(String tenant, String routeId, LocalDate day) {
        return db.sql(USING)
                .param("tenant", tenant)
                .param("route", routeId)
                .param("day", day)
                .query(this::row)
                .list();
    }

    private JdbcClient.StatementSpec filtered(String sql, String tenant, Filter filter) {
        return db.sql(sql)
                .param("tenant", tenant)
                .param("community", filter.communityId())
                .param("shift", filter.shiftId());
    }

    private PlanRow row(ResultSet row, int index) throws SQLException {
        Scope scope =
                new Scope(
                        row.getString("community_id"),
                        row.getString("shift_id"),
                        row.getString("key"),
                        row.getObject("from_day", LocalDate.class));
        Terms terms =
                new Terms(
                        PatrolPlan.Sort.valueOf(row.getString("sort")),
                        row.getString("duty_id"),
                        row.getString("post"),
                        row.getInt("minimum"),
                        DutyRhythmStore.texts(row, "route_ids"),
                        PatrolJson.windows(mapper, row.getString("windows")));
        return new PlanRow(row.getString("id"), row.getLong("seq"), scope, terms);
    }
}
