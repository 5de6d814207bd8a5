package dev.guanjia.server.store;

import dev.guanjia.money.Money;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.shift.Kit;
import dev.guanjia.security.shift.LogEntry;
import dev.guanjia.security.shift.ShiftLog;
import dev.guanjia.security.shift.Station;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code shift_log} and {@code shift_log_entry}; lines are only ever added. */
@Repository
public class ShiftLogStore {

    private static final String INSERT =
            """
            insert into shift_log (tenant, id, station_id, holder, opened_at, opening)
            values (:tenant, :id, :station, :holder, :at, cast(:opening as jsonb))
            """;
    private static final String LOGS =
            "select id, station_id, holder, opened_at, opening from shift_log"
                    + " where tenant = :tenant";
    private static final String CURRENT =
            """
             and seq in (select max(seq) from shift_log
                where tenant = :tenant and station_id = any(cast(:ids as text[]))
                group by station_id)
            """;
    private static final String ADD_ENTRY =
            """
            insert into shift_log_entry (tenant, log_id, line, kind, subject, text, amount_minor,
                currency, occurred_at, written_by, recorded_at)
            values (:tenant, :log, :line, :kind, :subject, :text, cast(:minor as bigint),
                :currency, :at, :by, :recorded)
            """;
    private static final String ENTRIES =
            """
            select e.log_id, e.seq, e.kind, e.subject, e.text, e.amount_minor, e.currency,
                e.occurred_at, e.written_by, l.holder
            from shift_log_entry e join shift_log l on l.tenant = e.tenant and l.id = e.log_id
            where e.tenant = :tenant
            """;
    private static final String OF_LOGS =
            ENTRIES + " and e.log_id = any(cast(:ids as text[])) order by e.log_id, e.line";
    private static final String LIST =
            ENTRIES + " and l.station_id = :station and e.seq > :after order by e.seq limit :fetch";

    private final JdbcClient db;
    private final JsonMapper mapper;

    ShiftLogStore(JdbcClient db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    /**
     * A log.
     *
     * @param id the row
     * @param log the log
     */
    public record LogRow(String id, ShiftLog log) {}

    /**
     * A line.
     *
     * @param seq the number of the row
     * @param logId the log
     * @param holder whose log it is
     * @param by who wrote it
     * @param entry the line
     */
    public record EntryRow(long seq, String logId, String holder, String by, LogEntry entry) {}

    private record Raw(String id, String station, String holder, Instant openedAt, Kit opening) {

        LogRow with(Station at, List<EntryRow> rows) {
            List<LogEntry> entries = rows.stream().map(EntryRow::entry).toList();
            return new LogRow(
                    id, new ShiftLog(at, new StaffId(holder), openedAt, opening, entries));
        }
    }

    /** Opens a log, which has no lines. */
    public void open(String tenant, LogRow row) {
        ShiftLog log = row.log();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("station", log.station().id())
                .param("holder", log.holder().value())
                .param("at", Sql.at(log.openedAt()))
                .param("opening", KitJson.text(mapper, log.opening()))
                .update();
    }

    /** Keeps the last line of a log. */
    public void write(String tenant, LogRow row, String by, Instant recordedAt) {
        List<LogEntry> entries = row.log().entries();
        LogEntry entry = entries.get(entries.size() - 1);
        db.sql(ADD_ENTRY)
                .param("tenant", tenant)
                .param("log", row.id())
                .param("line", entries.size())
                .param("kind", entry.kind().name())
                .param("subject", entry.subject())
                .param("text", entry.text())
                .param("minor", entry.money().map(Money::minorUnits).orElse(null))
                .param(
                        "currency",
                        entry.money().map(money -> money.currency().getCurrencyCode()).orElse(null))
                .param("at", Sql.at(entry.at()))
                .param("by", by)
                .param("recorded", Sql.at(recordedAt))
                .update();
    }

    /** The log that a station's guard keeps now; empty before it was first manned. */
    public Optional<LogRow> current(String tenant, Station station) {
        return Optional.ofNullable(current(tenant, List.of(station)).get(station.id()));
    }

    /** The logs that are kept now, by station; stations never manned are left out. */
    public Map<String, LogRow> current(String tenant, Collection<Station> stations) {
        return rows(tenant, CURRENT, Sql.array(stations, Station::id), stations).stream()
                .collect(Collectors.toMap(row -> row.log().station().id(), row -> row));
    }

    /** Logs by id. */
    public Map<String, LogRow> all(
            String tenant, Collection<String> ids, Collection<Station> stations) {
        String[] wanted = ids.toArray(new String[0]);
        return rows(tenant, " and id = any(cast(:ids as text[]))", wanted, stations).stream()
                .collect(Collectors.toMap(LogRow::id, row -> row));
    }

    private List<LogRow> rows(
            String tenant, String which, @Nullable String[] ids, Collection<Station> stations) {
        Map<String, Station> byId = new HashMap<>();
        stations.forEach(station -> byId.put(station.id(), station));
        List<Raw> raws =
                db.sql(LOGS + which)
                        .param("tenant", tenant)
                        .param("ids", ids)
                        .query((row, index) -> raw(row))
                        .list();
        Map<String, List<EntryRow>> entries = entries(tenant, raws);
        return raws.stream()
                .map(
                        raw ->
                                raw.with(
                                        byId.get(raw.station()),
                                        entries.getOrDefault(raw.id(), List.of())))
                .toList();
    }

    private Map<String, List<EntryRow>> entries(String tenant, List<Raw> raws) {
        return db
                .sql(
                        ENTRIES
                                + " and e.log_id = any(cast(:ids as text[])) order by e.log_id, e.line")
                .param("tenant", tenant)
                .param("ids", Sql.array(raws, Raw::id))
                .query(ShiftLogStore::entry)
                .list()
                .stream()
                .collect(Collectors.groupingBy(EntryRow::logId));
    }

    /** A page of the lines of a station, oldest first. */
    public Page<EntryRow> list(String tenant, String stationId, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("station", stationId)
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(ShiftLogStore::entry)
                        .list(),
                request,
                row -> Long.toString(row.seq()));
    }

    private Raw raw(ResultSet row) throws SQLException {
        return new Raw(
                row.getString("id"),
                row.getString("station_id"),
                row.getString("holder"),
                Sql.instant(row, "opened_at"),
                KitJson.kit(mapper, row.getString("opening")));
    }

    private static EntryRow entry(ResultSet row, int index) throws SQLException {
        @Nullable String currency = row.getString("currency");
        long minor = row.getLong("amount_minor");
        Optional<Money> money =
                Optional.ofNullable(currency)
                        .map(code -> new Money(Currency.getInstance(code), minor));
        LogEntry entry =
                new LogEntry(
                        LogEntry.Kind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        row.getString("text"),
                        money,
                        Sql.instant(row, "occurred_at"));
        return new EntryRow(
                row.getLong("seq"),
                row.getString("log_id"),
                row.getString("holder"),
                row.getString("written_by"),
                entry);
    }
}
