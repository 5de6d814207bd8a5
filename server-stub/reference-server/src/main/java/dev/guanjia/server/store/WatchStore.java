package dev.guanjia.server.store;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.shift.Station;
import dev.guanjia.security.shift.Watch;
import dev.guanjia.security.shift.WatchEvent;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code watch_event}: who is at a station; rows are only ever added. */
@Repository
public class WatchStore {

    private static final String INSERT =
            """
            insert into watch_event (tenant, station_id, line, kind, staff_id, occurred_at,
                consent_staff, consent_post, consent_authority, recorded_at)
            values (:tenant, :station, :line, :kind, :staff, :at,
                :consentStaff, :consentPost, :consentAuthority, :recorded)
            """;
    private static final String SELECT =
            """
            select station_id, line, kind, staff_id, occurred_at, consent_staff, consent_post,
                consent_authority
            from watch_event where tenant = :tenant
            """;
    private static final String OF =
            SELECT + " and station_id = any(cast(:ids as text[])) order by station_id, line";
    private static final String LIST =
            SELECT + " and station_id = :station and line > :after order by line limit :fetch";

    private static final String STATIONS =
            "select distinct station_id from watch_event where tenant = :tenant"
                    + " and staff_id = :staff";

    private final JdbcClient db;

    WatchStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * An event of a station.
     *
     * @param stationId the station
     * @param line its number there, counted from 1
     * @param event what happened
     */
    public record EventRow(String stationId, int line, WatchEvent event) {}

    /** Keeps the last event of a watch. */
    public void add(String tenant, Watch watch, Instant recordedAt) {
        List<WatchEvent> events = watch.events();
        WatchEvent event = events.get(events.size() - 1);
        Optional<Actor> consent = event.consent();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("station", watch.station().id())
                .param("line", events.size())
                .param("kind", event.kind().name())
                .param("staff", event.staff().value())
                .param("at", Sql.at(event.at()))
                .param("consentStaff", consent.map(actor -> actor.staff().value()).orElse(null))
                .param("consentPost", consent.map(actor -> actor.post().value()).orElse(null))
                .param("consentAuthority", consent.map(Actor::authorityVersion).orElse(null))
                .param("recorded", Sql.at(recordedAt))
                .update();
    }

    /** The ids of the stations where a person ever was. */
    public List<String> stations(String tenant, StaffId staff) {
        return db.sql(STATIONS)
                .param("tenant", tenant)
                .param("staff", staff.value())
                .query(String.class)
                .list();
    }

    /** The watch of a station; empty before it was first manned. */
    public Optional<Watch> of(String tenant, Station station) {
        return Optional.ofNullable(all(tenant, List.of(station)).get(station.id()));
    }

    /** The watches of stations, by station; those never manned are left out. */
    public Map<String, Watch> all(String tenant, Collection<Station> stations) {
        Map<String, List<EventRow>> events =
                db
                        .sql(OF)
                        .param("tenant", tenant)
                        .param("ids", Sql.array(stations, Station::id))
                        .query(WatchStore::row)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(EventRow::stationId));
        Map<String, Watch> watches = new HashMap<>();
        for (Station station : stations) {
            List<EventRow> rows = events.getOrDefault(station.id(), List.of());
            if (!rows.isEmpty()) {
                List<WatchEvent> own = rows.stream().map(EventRow::event).toList();
                watches.put(station.id(), new Watch(station, own));
            }
        }
        return watches;
    }

    /** A page of the events of a station, oldest first. */
    public Page<EventRow> list(String tenant, String stationId, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("station", stationId)
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(WatchStore::row)
                        .list(),
                request,
                row -> Integer.toString(row.line()));
    }

    private static EventRow row(ResultSet row, int index) throws SQLException {
        @Nullable String consent = row.getString("consent_staff");
        Optional<Actor> actor =
                consent == null
                        ? Optional.empty()
                        : Optional.of(
                                new Actor(
                                        new StaffId(consent),
                                        new PostKey(row.getString("consent_post")),
                                        row.getString("consent_authority")));
        WatchEvent event =
                new WatchEvent(
                        WatchEvent.Kind.valueOf(row.getString("kind")),
                        new StaffId(row.getString("staff_id")),
                        Sql.instant(row, "occurred_at"),
                        actor);
        return new EventRow(row.getString("station_id"), row.getInt("line"), event);
    }
}
