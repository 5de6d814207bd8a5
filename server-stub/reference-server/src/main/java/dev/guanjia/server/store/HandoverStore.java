package dev.guanjia.server.store;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.shift.Absence;
import dev.guanjia.security.shift.Handover;
import dev.guanjia.security.shift.HandoverEvent;
import dev.guanjia.security.shift.ShiftLog;
import dev.guanjia.security.shift.Station;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.ShiftLogStore.LogRow;
import dev.guanjia.server.store.StationStore.StationRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code handover} and {@code handover_step}; steps are only ever added. */
@Repository
public class HandoverStore {

    private static final String INSERT =
            """
            insert into handover (tenant, id, station_id, log_id, log_lines, relief, state,
                prepared_at, leader_staff, leader_post, leader_authority, absence_reason)
            values (:tenant, :id, :station, :log, :lines, :relief, :state, :at,
                :leader, :post, :authority, :reason)
            """;
    private static final String UPDATE =
            """
            update handover set state = :state, version = version + 1
            where tenant = :tenant and id = :id
            """;
    private static final String ADD_STEP =
            """
            insert into handover_step (tenant, handover_id, line, action, staff_id, occurred_at,
                item, text, recorded_at)
            values (:tenant, :id, :line, :action, :staff, :at, :item, :text, :recorded)
            """;
    private static final String SELECT =
            """
            select id, seq, station_id, log_id, log_lines, relief, prepared_at, version,
                leader_staff, leader_post, leader_authority, absence_reason
            from handover where tenant = :tenant
            """;
    private static final String LIST =
            SELECT
                    + """
                     and seq < :before
                     and (cast(:station as text) is null or station_id = :station)
                     and (cast(:state as text) is null or state = :state)
                     and (cast(:community as text) is null or station_id in (
                         select s.id from station s
                         where s.tenant = handover.tenant and s.community_id = :community))
                     and (cast(:staff as text) is null or exists (
                         select 1 from handover_step s
                         where s.tenant = handover.tenant and s.handover_id = handover.id
                             and s.staff_id = :staff))
                    order by seq desc limit :fetch
                    """;
    private static final String STEPS =
            """
            select handover_id, action, staff_id, occurred_at, item, text from handover_step
            where tenant = :tenant and handover_id = any(cast(:ids as text[]))
            order by handover_id, line
            """;

    private final JdbcClient db;
    private final StationStore stations;
    private final ShiftLogStore logs;

    HandoverStore(JdbcClient db, StationStore stations, ShiftLogStore logs) {
        this.db = db;
        this.stations = stations;
        this.logs = logs;
    }

    /**
     * A handover.
     *
     * @param id the row
     * @param seq the number of the row; 0 for a new one
     * @param logId the log that is handed over
     * @param handover the handover
     * @param preparedAt when it was prepared
     * @param version counted from 1
     */
    public record HandoverRow(
            String id,
            long seq,
            String logId,
            Handover handover,
            Instant preparedAt,
            long version) {}

    private record Raw(
            String id,
            long seq,
            String station,
            Sides sides,
            LogPart log,
            Instant at,
            long version) {

        HandoverRow with(ShiftLog whole, List<StepOf> steps) {
            ShiftLog then =
                    new ShiftLog(
                            whole.station(),
                            whole.holder(),
                            whole.openedAt(),
                            whole.opening(),
                            whole.entries().subList(0, log.lines()));
            List<HandoverEvent> events = steps.stream().map(StepOf::event).toList();
            Handover handover = new Handover(then, sides.relief(), sides.absence(), events);
            return new HandoverRow(id, seq, log.id(), handover, at, version);
        }
    }

    private record Sides(StaffId relief, Optional<Absence> absence) {}

    private record LogPart(String id, int lines) {}

    private record StepOf(String handover, HandoverEvent event) {}

    /** Adds a handover that is prepared. */
    public void add(String tenant, HandoverRow row) {
        Handover handover = row.handover();
        Optional<Absence> absence = handover.absence();
        Optional<Actor> leader = absence.map(Absence::leader);
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("station", handover.station().id())
                .param("log", row.logId())
                .param("lines", handover.log().entries().size())
                .param("relief", handover.relief().value())
                .param("state", handover.state().name())
                .param("at", Sql.at(row.preparedAt()))
                .param("leader", leader.map(actor -> actor.staff().value()).orElse(null))
                .param("post", leader.map(actor -> actor.post().value()).orElse(null))
                .param("authority", leader.map(Actor::authorityVersion).orElse(null))
                .param("reason", absence.map(Absence::reason).orElse(null))
                .update();
    }

    /** Keeps the last step of a handover. */
    public void step(String tenant, String id, Handover after, Instant recordedAt) {
        HandoverEvent event = after.events().get(after.events().size() - 1);
        db.sql(UPDATE)
                .param("tenant", tenant)
                .param("id", id)
                .param("state", after.state().name())
                .update();
        db.sql(ADD_STEP)
                .param("tenant", tenant)
                .param("id", id)
                .param("line", after.events().size())
                .param("action", event.action().name())
                .param("staff", event.by().value())
                .param("at", Sql.at(event.at()))
                .param("item", event.item())
                .param("text", event.text())
                .param("recorded", Sql.at(recordedAt))
                .update();
    }

    /** Reads a handover. */
    public Optional<HandoverRow> find(String tenant, String id) {
        return one(tenant, id, SELECT + " and id = :id");
    }

    /** Reads a handover that is about to change. */
    public Optional<HandoverRow> lock(String tenant, String id) {
        return one(tenant, id, SELECT + " and id = :id for update");
    }

    private Optional<HandoverRow> one(String tenant, String id, String sql) {
        return read(tenant, db.sql(sql).param("tenant", tenant).param("id", id)).stream()
                .findFirst();
    }

    /**
     * Which handovers are asked for; null for any.
     *
     * @param stationId of this station
     * @param state in this state
     * @param communityId of a station of this community
     * @param staffId in which this person took a step
     */
    public record Filter(
            @Nullable String stationId,
            @Nullable String state,
            @Nullable String communityId,
            @Nullable String staffId) {}

    /** A page of handovers, newest first. */
    public Page<HandoverRow> list(String tenant, Filter filter, PageRequest request) {
        JdbcClient.StatementSpec statement =
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("before", request.beforeNumber())
                        .param("station", filter.stationId())
                        .param("state", filter.state())
                        .param("community", filter.communityId())
                        .param("staff", filter.staffId())
                        .param("fetch", request.fetch());
        return Page.of(read(tenant, statement), request, row -> Long.toString(row.seq()));
    }

    private List<HandoverRow> read(String tenant, JdbcClient.StatementSpec statement) {
        List<Raw> raws = statement.query((row, index) -> raw(row)).list();
        List<Station> places =
                stations.all(tenant, raws.stream().map(Raw::station).toList()).values().stream()
                        .map(StationRow::station)
                        .toList();
        Map<String, LogRow> kept =
                logs.all(tenant, raws.stream().map(raw -> raw.log().id()).toList(), places);
        Map<String, List<StepOf>> steps = steps(tenant, raws);
        return raws.stream()
                .map(
                        raw ->
                                raw.with(
                                        kept.get(raw.log().id()).log(),
                                        steps.getOrDefault(raw.id(), List.of())))
                .toList();
    }

    private Map<String, List<StepOf>> steps(String tenant, List<Raw> raws) {
        return db
                .sql(STEPS)
                .param("tenant", tenant)
                .param("ids", Sql.array(raws, Raw::id))
                .query((row, index) -> step(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(StepOf::handover));
    }

    private static Raw raw(ResultSet row) throws SQLException {
        return new Raw(
                row.getString("id"),
                row.getLong("seq"),
                row.getString("station_id"),
                new Sides(new StaffId(row.getString("relief")), absence(row)),
                new LogPart(row.getString("log_id"), row.getInt("log_lines")),
                Sql.instant(row, "prepared_at"),
                row.getLong("version"));
    }

    private static Optional<Absence> absence(ResultSet row) throws SQLException {
        @Nullable String reason = row.getString("absence_reason");
        return reason == null
                ? Optional.empty()
                : Optional.of(
                        new Absence(
                                new Actor(
                                        new StaffId(row.getString("leader_staff")),
                                        new PostKey(row.getString("leader_post")),
                                        row.getString("leader_authority")),
                                reason));
    }

    private static StepOf step(ResultSet row) throws SQLException {
        HandoverEvent event =
                new HandoverEvent(
                        HandoverEvent.Action.valueOf(row.getString("action")),
                        new StaffId(row.getString("staff_id")),
                        Sql.instant(row, "occurred_at"),
                        row.getString("item"),
                        row.getString("text"));
        return new StepOf(row.getString("handover_id"), event);
    }
}
