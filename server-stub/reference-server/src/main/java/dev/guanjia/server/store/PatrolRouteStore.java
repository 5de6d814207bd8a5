package dev.guanjia.server.store;

import dev.guanjia.catalogue.Label;
import dev.guanjia.security.patrol.PatrolRoute;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code patrol_route}: the ways of patrols; a row never changes, it only ends. */
@Repository
public class PatrolRouteStore {

    private static final String INSERT =
            """
            insert into patrol_route (tenant, id, community_id, zh, en, checkpoints, recorded_at)
            values (:tenant, :id, :community, :zh, :en, cast(:checkpoints as jsonb), :recorded)
            """;
    private static final String SELECT =
            "select id, seq, community_id, zh, en, checkpoints, to_day from patrol_route"
                    + " where tenant = :tenant";
    private static final String LOCK =
            SELECT + " and id = any(cast(:ids as text[])) order by id for update";
    private static final String END =
            """
            update patrol_route set to_day = :to, end_reason = :reason
            where tenant = :tenant and id = :id
            """;
    private static final String LIST =
            SELECT
                    + """
                     and seq > :after and (cast(:community as text) is null
                     or community_id = :community) order by seq limit :fetch
                    """;

    private final JdbcClient db;
    private final JsonMapper mapper;

    PatrolRouteStore(JdbcClient db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    /**
     * A route.
     *
     * @param communityId where
     * @param route the route, under its id
     * @param to the first day without it; null while no end is known
     * @param seq the number of the row; 0 for a new one
     */
    public record RouteRow(
            String communityId, PatrolRoute route, @Nullable LocalDate to, long seq) {

        /** Whether rounds lead along it on a day. */
        public boolean isWalkedOn(LocalDate day) {
            return to == null || day.isBefore(to);
        }
    }

    /** Adds a route. */
    public void add(String tenant, RouteRow row, Instant recordedAt) {
        PatrolRoute route = row.route();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", route.id())
                .param("community", row.communityId())
                .param("zh", route.label().zh())
                .param("en", route.label().en())
                .param("checkpoints", PatrolJson.checkpoints(mapper, route.checkpoints()))
                .param("recorded", Sql.at(recordedAt))
                .update();
    }

    /** Reads a route. */
    public Optional<RouteRow> find(String tenant, String id) {
        return Optional.ofNullable(all(tenant, List.of(id)).get(id));
    }

    /** Reads routes by id; unknown ones are left out. */
    public Map<String, RouteRow> all(String tenant, Collection<String> ids) {
        return read(SELECT + " and id = any(cast(:ids as text[]))", tenant, ids);
    }

    /** Reads routes and keeps others from ending them. */
    public Map<String, RouteRow> lock(String tenant, Collection<String> ids) {
        return read(LOCK, tenant, ids);
    }

    /** Ends a route that {@link #lock} gave. */
    public void end(String tenant, String id, LocalDate to, @Nullable String reason) {
        db.sql(END)
                .param("tenant", tenant)
                .param("id", id)
                .param("to", to)
                .param("reason", reason)
                .update();
    }

    private Map<String, RouteRow> read(String sql, String tenant, Collection<String> ids) {
        return db
                .sql(sql)
                .param("tenant", tenant)
                .param("ids", ids.toArray(new String[0]))
                .query(this::row)
                .list()
                .stream()
                .collect(Collectors.toMap(row -> row.route().id(), Function.identity()));
    }

    /** A page of the routes, oldest first. */
    public Page<RouteRow> list(String tenant, @Nullable String community, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("after", request.afterNumber())
                        .param("community", community)
                        .param("fetch", request.fetch())
                        .query(this::row)
                        .list(),
                request,
                row -> Long.toString(row.seq()));
    }

    private RouteRow row(ResultSet row, int index) throws SQLException {
        PatrolRoute route =
                new PatrolRoute(
                        row.getString("id"),
                        new Label(row.getString("zh"), row.getString("en")),
                        PatrolJson.checkpoints(mapper, row.getString("checkpoints")));
        return new RouteRow(
                row.getString("community_id"),
                route,
                row.getObject("to_day", LocalDate.class),
                row.getLong("seq"));
    }
}
