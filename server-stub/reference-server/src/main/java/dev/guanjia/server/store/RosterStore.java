package dev.guanjia.server.store;

import dev.guanjia.calendar.TimeSpan;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.shift.Roster.Turn;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code roster_turn}: who is planned at which station when, while it is in use. */
@Repository
public class RosterStore {

    private static final String INSERT =
            """
            insert into roster_turn (tenant, id, station_id, staff_id, starts_at, ends_at,
                recorded_at)
            values (:tenant, :id, :station, :staff, :from, :to, :recorded)
            """;
    private static final String SELECT =
            """
            select t.id, t.seq, t.station_id, t.staff_id, t.starts_at,
                least(t.ends_at, s.ends_at) as ends_at
            from roster_turn t
            join station s on s.tenant = t.tenant and s.id = t.station_id
            where t.tenant = :tenant and t.withdrawn_at is null
             and (cast(:station as text) is null or t.station_id = :station)
             and (cast(:staff as text) is null or t.staff_id = :staff)
             and (cast(:community as text) is null or s.community_id = :community)
             and t.ends_at > :from and t.starts_at < :to
             and (s.ends_at is null or s.ends_at > greatest(t.starts_at, :from))
            """;
    private static final String LIST =
            SELECT
                    + """
                     and (t.starts_at, t.seq) > (:afterAt, :afterSeq)
                    order by t.starts_at, t.seq limit :fetch
                    """;
    private static final String AT =
            """
            select t.id, t.seq, t.station_id, t.staff_id, t.starts_at,
                least(t.ends_at, s.ends_at) as ends_at
            from roster_turn t
            join station s on s.tenant = t.tenant and s.id = t.station_id
            where t.tenant = :tenant and t.withdrawn_at is null
             and t.starts_at <= :at and t.ends_at > :at
             and (s.ends_at is null or s.ends_at > :at)
            """;
    private static final String LOCK =
            """
            select id, seq, station_id, staff_id, starts_at, ends_at from roster_turn
            where tenant = :tenant and id = :id and withdrawn_at is null for update
            """;
    private static final String WITHDRAW =
            """
            update roster_turn set withdrawn_at = :at, withdrawn_by = :by,
                withdrawal_reason = :reason
            where tenant = :tenant and id = :id
            """;
    private static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient db;

    RosterStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A turn.
     *
     * @param id the row
     * @param seq the number of the row; 0 for a new one
     * @param turn who is where when
     */
    public record TurnRow(String id, long seq, Turn turn) {}

    /**
     * Which turns are asked for; null for any.
     *
     * @param stationId at this station
     * @param staffId of this person
     * @param communityId at a station of this community
     * @param from ending after this moment
     * @param to beginning before this moment
     */
    public record Filter(
            @Nullable String stationId,
            @Nullable String staffId,
            @Nullable String communityId,
            @Nullable Instant from,
            @Nullable Instant to) {

        /** What a person does in a time. */
        public static Filter of(StaffId staff, TimeSpan span) {
            return new Filter(null, staff.value(), null, span.start(), span.end());
        }

        /** Who is at a station in a time. */
        public static Filter at(String stationId, TimeSpan span) {
            return new Filter(stationId, null, null, span.start(), span.end());
        }
    }

    /** Adds a turn. */
    public void add(String tenant, TurnRow row, Instant recordedAt) {
        Turn turn = row.turn();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("station", turn.station())
                .param("staff", turn.staff().value())
                .param("from", Sql.at(turn.span().start()))
                .param("to", Sql.at(turn.span().end()))
                .param("recorded", Sql.at(recordedAt))
                .update();
    }

    /** Reads a turn that is about to be withdrawn; empty if it was. */
    public Optional<TurnRow> lock(String tenant, String id) {
        return db.sql(LOCK)
                .param("tenant", tenant)
                .param("id", id)
                .query(RosterStore::row)
                .optional();
    }

    /** Withdraws a turn that {@link #lock} gave. */
    public void withdraw(String tenant, String id, Withdrawal withdrawal) {
        db.sql(WITHDRAW)
                .param("tenant", tenant)
                .param("id", id)
                .param("at", Sql.at(withdrawal.at()))
                .param("by", withdrawal.by())
                .param("reason", withdrawal.reason())
                .update();
    }

    /**
     * That a turn was planned by mistake.
     *
     * @param at when it was withdrawn
     * @param by who withdrew it
     * @param reason why
     */
    public record Withdrawal(Instant at, String by, String reason) {}

    /** Reads turns. */
    public List<Turn> turns(String tenant, Filter filter) {
        return filtered(SELECT, tenant, filter).query(RosterStore::row).list().stream()
                .map(TurnRow::turn)
                .toList();
    }

    /**
     * Who has a turn at a moment.
     *
     * @param tenant the company
     * @param at the moment
     * @return the turns that have begun and not ended, nor their station
     */
    public List<Turn> at(String tenant, Instant at) {
        return db
                .sql(AT)
                .param("tenant", tenant)
                .param("at", Sql.at(at))
                .query(RosterStore::row)
                .list()
                .stream()
                .map(TurnRow::turn)
                .toList();
    }

    /** A page of turns, by beginning. */
    public Page<TurnRow> list(String tenant, Filter filter, PageRequest request) {
        MomentKey after = MomentKey.earliestNumberedFirst(request);
        return Page.of(
                filtered(LIST, tenant, filter)
                        .param("afterAt", Sql.at(after.at()))
                        .param("afterSeq", after.number())
                        .param("fetch", request.fetch())
                        .query(RosterStore::row)
                        .list(),
                request,
                row -> MomentKey.text(row.turn().span().start(), Long.toString(row.seq())));
    }

    private JdbcClient.StatementSpec filtered(String sql, String tenant, Filter filter) {
        Instant from = filter.from();
        Instant to = filter.to();
        return db.sql(sql)
                .param("tenant", tenant)
                .param("station", filter.stationId())
                .param("staff", filter.staffId())
                .param("community", filter.communityId())
                .param("from", Sql.at(from == null ? EVER : from))
                .param("to", Sql.at(to == null ? NEVER : to));
    }

    private static TurnRow row(ResultSet row, int index) throws SQLException {
        Turn turn =
                new Turn(
                        new StaffId(row.getString("staff_id")),
                        row.getString("station_id"),
                        new TimeSpan(Sql.instant(row, "starts_at"), Sql.instant(row, "ends_at")));
        return new TurnRow(row.getString("id"), row.getLong("seq"), turn);
    }
}
