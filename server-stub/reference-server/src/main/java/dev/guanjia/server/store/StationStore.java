package dev.guanjia.server.store;

import dev.guanjia.catalogue.Label;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.security.shift.Kit;
import dev.guanjia.security.shift.Station;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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

/** The table {@code station}: places that are manned at all times. */
@Repository
public class StationStore {

    private static final String INSERT =
            """
            insert into station (tenant, id, community_id, zh, en, post, leader, kit,
                longest_absence_minutes, recorded_at)
            values (:tenant, :id, :community, :zh, :en, :post, :leader, cast(:kit as jsonb),
                :absence, :recorded)
            """;
    private static final String SELECT =
            """
            select id, seq, community_id, zh, en, post, leader, kit, to_day, ends_at,
                longest_absence_minutes
            from station where tenant = :tenant
            """;
    private static final String END =
            """
            update station set to_day = :to, ends_at = :at, end_reason = :reason
            where tenant = :tenant and id = :id
            """;
    private static final String FILTER =
            " and (cast(:community as text) is null or community_id = :community)";
    private static final String LIST =
            SELECT + FILTER + " and seq > :after order by seq limit :fetch";

    private final JdbcClient db;
    private final JsonMapper mapper;

    StationStore(JdbcClient db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    /**
     * A station.
     *
     * @param station the station, under its id
     * @param communityId where
     * @param kit what its first shift takes over
     * @param end when it ends; null while no end is known
     * @param seq the number of the row; 0 for a new one
     */
    public record StationRow(
            Station station, String communityId, Kit kit, @Nullable End end, long seq) {

        /** The id of the row. */
        public String id() {
            return station.id();
        }

        /** Whether nobody is asked for any more. */
        public boolean isOver(Instant at) {
            return end != null && !at.isBefore(end.at());
        }
    }

    /**
     * The end of a station.
     *
     * @param to the first day without it
     * @param at the beginning of that day
     */
    public record End(LocalDate to, Instant at) {}

    /** Adds a station. */
    public void add(String tenant, StationRow row, Instant recordedAt) {
        Station station = row.station();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", station.id())
                .param("community", row.communityId())
                .param("zh", station.label().zh())
                .param("en", station.label().en())
                .param("post", station.post().value())
                .param("leader", station.leader().value())
                .param("kit", KitJson.text(mapper, row.kit()))
                .param("absence", station.absence().toMinutes())
                .param("recorded", Sql.at(recordedAt))
                .update();
    }

    /** Reads a station. */
    public Optional<StationRow> find(String tenant, String id) {
        return one(tenant, id, SELECT + " and id = :id");
    }

    /** Reads a station and keeps others from changing anything about it. */
    public Optional<StationRow> lock(String tenant, String id) {
        return one(tenant, id, SELECT + " and id = :id for update");
    }

    /** Ends a station that {@link #lock} gave. */
    public void end(String tenant, String id, End end, @Nullable String reason) {
        db.sql(END)
                .param("tenant", tenant)
                .param("id", id)
                .param("to", end.to())
                .param("at", Sql.at(end.at()))
                .param("reason", reason)
                .update();
    }

    private Optional<StationRow> one(String tenant, String id, String sql) {
        return db.sql(sql).param("tenant", tenant).param("id", id).query(this::row).optional();
    }

    /** Reads stations by id. */
    public Map<String, StationRow> all(String tenant, Collection<String> ids) {
        return db
                .sql(SELECT + " and id = any(cast(:ids as text[]))")
                .param("tenant", tenant)
                .param("ids", ids.toArray(new String[0]))
                .query(this::row)
                .list()
                .stream()
                .collect(Collectors.toMap(StationRow::id, Function.identity()));
    }

    /** Reads the stations of a community, or all. */
    public List<StationRow> of(String tenant, @Nullable String community) {
        return db.sql(SELECT + FILTER)
                .param("tenant", tenant)
                .param("community", community)
                .query(this::row)
                .list();
    }

    /** A page of the stations, oldest first. */
    public Page<StationRow> list(String tenant, @Nullable String community, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("community", community)
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(this::row)
                        .list(),
                request,
                row -> Long.toString(row.seq()));
    }

    private StationRow row(ResultSet row, int index) throws SQLException {
        Station station =
                new Station(
                        row.getString("id"),
                        new Label(row.getString("zh"), row.getString("en")),
                        new PostKey(row.getString("post")),
                        new PostKey(row.getString("leader")),
                        absence(row));
        return new StationRow(
                station,
                row.getString("community_id"),
                KitJson.kit(mapper, row.getString("kit")),
                end(row),
                row.getLong("seq"));
    }

    private static Duration absence(ResultSet row) throws SQLException {
        Integer minutes = row.getObject("longest_absence_minutes", Integer.class);
        return minutes == null ? Station.SHORT_ABSENCE : Duration.ofMinutes(minutes);
    }

    private static @Nullable End end(ResultSet row) throws SQLException {
        LocalDate to = row.getObject("to_day", LocalDate.class);
        return to == null ? null : new End(to, Sql.instant(row, "ends_at"));
    }
}
