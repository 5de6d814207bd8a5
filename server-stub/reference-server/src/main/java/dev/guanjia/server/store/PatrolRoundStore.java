package dev.guanjia.server.store;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.patrol.PatrolRound;
import dev.guanjia.security.patrol.PatrolRoute;
import dev.guanjia.security.patrol.RoundId;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.PatrolResultStore.Found;
import dev.guanjia.server.store.PatrolRouteStore.RouteRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code patrol_round}: rounds, with what was found on them. */
@Repository
public class PatrolRoundStore {

    private static final String INSERT =
            """
            insert into patrol_round (tenant, id, community_id, plan_id, route_id, walked_by,
                started_at, started_on, state, recorded_at)
            values (:tenant, :id, :community, :plan, :route, :by, :at, :day, :state, :recorded)
            """;
    private static final String UPDATE =
            """
            update patrol_round set state = :state, finished_at = :finished, filed_at = :filed
            where tenant = :tenant and id = :id
            """;
    private static final String SELECT =
            """
            select id, seq, community_id, plan_id, route_id, walked_by, started_at, finished_at,
                filed_at
            from patrol_round where tenant = :tenant
            """;
    private static final String LIST =
            SELECT
                    + """
                     and seq < :before
                     and (cast(:community as text) is null or community_id = :community)
                     and (cast(:route as text) is null or route_id = :route)
                     and (cast(:day as date) is null or started_on = :day)
                     and (cast(:state as text) is null or state = :state)
                     and (cast(:by as text) is null or walked_by = :by)
                    order by seq desc limit :fetch
                    """;
    private static final String BETWEEN =
            SELECT
                    + """
                     and route_id = any(cast(:routes as text[]))
                     and started_at >= :from and started_at < :to order by seq
                    """;

    private static final String SINCE =
            SELECT
                    + " and walked_by = :by and (finished_at is null or finished_at > :at)"
                    + " order by seq";

    private final JdbcClient db;
    private final PatrolRouteStore routes;
    private final PatrolResultStore results;

    PatrolRoundStore(JdbcClient db, PatrolRouteStore routes, PatrolResultStore results) {
        this.db = db;
        this.routes = routes;
        this.results = results;
    }

    /**
     * A round.
     *
     * @param seq the number of the row; 0 for a new one
     * @param communityId where
     * @param planId the plan it belongs to
     * @param round the round
     * @param orders the work orders of its findings, by {@code checkpoint/item}
     */
    public record RoundRow(
            long seq,
            String communityId,
            String planId,
            PatrolRound round,
            Map<String, String> orders) {

        /** The round after a step. */
        public RoundRow with(PatrolRound after, Map<String, String> newOrders) {
            return new RoundRow(seq, communityId, planId, after, newOrders);
        }
    }

    /**
     * Which rounds are asked for; null for any.
     *
     * @param communityId where
     * @param routeId along which route
     * @param day begun on this day
     * @param state in this state
     * @param walkedBy walked by this person
     */
    public record Filter(
            @Nullable String communityId,
            @Nullable String routeId,
            @Nullable LocalDate day,
            @Nullable String state,
            @Nullable String walkedBy) {}

    private record Walk(
            String id,
            StaffId by,
            Instant startedAt,
            Optional<Instant> finishedAt,
            Optional<Instant> filedAt) {}

    private record Raw(long seq, String community, String plan, String route, Walk walk) {

        RoundRow with(PatrolRoute way, Found found) {
            PatrolRound round =
                    new PatrolRound(
                            new RoundId(walk.id()),
                            way,
                            walk.by(),
                            walk.startedAt(),
                            found.results(),
                            walk.finishedAt(),
                            walk.filedAt());
            return new RoundRow(seq, community, plan, round, found.orders());
        }
    }

    /** Adds a round that begins on a day of its community. */
    public void add(String tenant, RoundRow row, LocalDate day, Instant recordedAt) {
        PatrolRound round = row.round();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", round.id().value())
                .param("community", row.communityId())
                .param("plan", row.planId())
                .param("route", round.route().id())
                .param("by", round.by().value())
                .param("at", Sql.at(round.startedAt()))
                .param("day", day)
                .param("state", round.state().name())
                .param("recorded", Sql.at(recordedAt))
                .update();
    }

    /** Keeps how far a round is. */
    public void step(String tenant, PatrolRound round) {
        db.sql(UPDATE)
                .param("tenant", tenant)
                .param("id", round.id().value())
                .param("state", round.state().name())
                .param("finished", round.finishedAt().map(Sql::at).orElse(null))
                .param("filed", round.filedAt().map(Sql::at).orElse(null))
                .update();
    }

    /** Reads a round. */
    public Optional<RoundRow> find(String tenant, String id) {
        return one(tenant, id, SELECT + " and id = :id");
    }

    /** Reads a round that is about to change. */
    public Optional<RoundRow> lock(String tenant, String id) {
        return one(tenant, id, SELECT + " and id = :id for update");
    }

    private Optional<RoundRow> one(String tenant, String id, String sql) {
        return read(tenant, db.sql(sql).param("tenant", tenant).param("id", id)).stream()
                .findFirst();
    }

    /** A page of the rounds, newest first. */
    public Page<RoundRow> list(String tenant, Filter filter, PageRequest request) {
        JdbcClient.StatementSpec statement =
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("before", request.beforeNumber())
                        .param("community", filter.communityId())
                        .param("route", filter.routeId())
                        .param("day", filter.day())
                        .param("state", filter.state())
                        .param("by", filter.walkedBy())
                        .param("fetch", request.fetch());
        return Page.of(read(tenant, statement), request, row -> Long.toString(row.seq()));
    }

    /** The rounds of a person that were not finished at a moment. */
    public List<RoundRow> since(String tenant, StaffId by, Instant at) {
        return read(
                tenant,
                db.sql(SINCE)
                        .param("tenant", tenant)
                        .param("by", by.value())
                        .param("at", Sql.at(at)));
    }

    /** The rounds along some routes that began in a time, its end excluded. */
    public List<RoundRow> between(
            String tenant, Collection<String> routeIds, Instant from, Instant to) {
        return read(
                tenant,
                db.sql(BETWEEN)
                        .param("tenant", tenant)
                        .param("routes", routeIds.toArray(new String[0]))
                        .param("from", Sql.at(from))
                        .param("to", Sql.at(to)));
    }

    private List<RoundRow> read(String tenant, JdbcClient.StatementSpec statement) {
        List<Raw> raws = statement.query((row, index) -> raw(row)).list();
        Map<String, RouteRow> ways = routes.all(tenant, raws.stream().map(Raw::route).toList());
        Map<String, Found> found =
                results.of(tenant, raws.stream().map(raw -> raw.walk().id()).toList());
        return raws.stream()
                .map(
                        raw ->
                                raw.with(
                                        ways.get(raw.route()).route(),
                                        found.getOrDefault(raw.walk().id(), Found.NOTHING)))
                .toList();
    }

    private static Raw raw(ResultSet row) throws SQLException {
        Walk walk =
                new Walk(
                        row.getString("id"),
                        new StaffId(row.getString("walked_by")),
                        Sql.instant(row, "started_at"),
                        instant(row, "finished_at"),
                        instant(row, "filed_at"));
        return new Raw(
                row.getLong("seq"),
                row.getString("community_id"),
                row.getString("plan_id"),
                row.getString("route_id"),
                walk);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
