package dev.guanjia.server.store;

import dev.guanjia.property.meter.MeterId;
import dev.guanjia.property.meter.Reading;
import dev.guanjia.property.meter.ReadingId;
import dev.guanjia.property.meter.ReadingSource;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code meter_reading}. */
@Repository
public class ReadingStore {

    private static final String INSERT =
            """
            insert into meter_reading
                (tenant, id, meter_id, read_on, value, source, rolled_over, corrects,
                recorded_at, recorded_by)
            select :tenant, r.id, r.meter, cast(r.day as date), cast(r.value as numeric),
                r.source, cast(r.rolled as boolean), r.corrects, :at, :by
            from unnest(cast(:ids as text[]), cast(:meters as text[]), cast(:days as text[]),
                    cast(:values as text[]), cast(:sources as text[]), cast(:rolled as text[]),
                    cast(:corrects as text[]))
                with ordinality as r(id, meter, day, value, source, rolled, corrects, n)
            order by r.n
            """;
    private static final String SELECT =
            """
            select m.id, m.seq, m.meter_id, m.read_on, m.value, m.source, m.rolled_over, m.corrects,
                m.recorded_at, c.id is null as stands
            from meter_reading m
            left join meter_reading c on c.tenant = m.tenant and c.corrects = m.id
            where m.tenant = :tenant
            """;
    private static final String LIST =
            SELECT
                    + " and m.meter_id = :meter and (m.read_on, m.seq) > (:day, :seq)"
                    + " order by m.read_on, m.seq limit :fetch";
    private static final String OF_METERS =
            SELECT
                    + " and m.meter_id = any(cast(:meters as text[]))"
                    + " order by m.read_on, m.seq";
    private static final List<String> FIRST = List.of("0001-01-01", "0");

    private final JdbcClient db;

    ReadingStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A reading.
     *
     * @param reading what the meter showed, and when
     * @param value what it showed, with the decimals it was given with
     * @param stands whether no other stands in for it
     * @param recordedAt when the row was made
     */
    public record ReadingRow(Reading reading, String value, boolean stands, Instant recordedAt) {}

    private record Listed(ReadingRow row, long seq) {}

    /**
     * Adds readings in one statement.
     *
     * @param tenant the company
     * @param staffId who records them
     * @param rows the readings, recorded at one time
     */
    public void add(String tenant, String staffId, List<ReadingRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("ids", Sql.array(rows, row -> row.reading().id().value()))
                .param("meters", Sql.array(rows, row -> row.reading().meter().value()))
                .param("days", Sql.array(rows, row -> row.reading().readOn().toString()))
                .param("values", Sql.array(rows, ReadingRow::value))
                .param("sources", Sql.array(rows, row -> row.reading().source().name()))
                .param("rolled", Sql.array(rows, row -> String.valueOf(row.reading().rolledOver())))
                .param("corrects", Sql.array(rows, ReadingStore::corrects))
                .param("at", Sql.at(rows.get(0).recordedAt()))
                .param("by", staffId)
                .update();
    }

    /**
     * Reads all readings of meters in one query.
     *
     * @param tenant the company
     * @param meterIds the meters
     * @return by meter, then by day, a correction after what it corrects; meters without a reading
     *     are left out
     */
    public Map<MeterId, List<ReadingRow>> ofMeters(String tenant, Collection<String> meterIds) {
        return db
                .sql(OF_METERS)
                .param("tenant", tenant)
                .param("meters", Sql.array(meterIds, id -> id))
                .query(ReadingStore::row)
                .list()
                .stream()
                .collect(Collectors.groupingBy(row -> row.reading().meter()));
    }

    /**
     * Reads readings.
     *
     * @param tenant the company
     * @param ids of readings that exist
     * @return in the order of the ids
     */
    public List<ReadingRow> all(String tenant, List<String> ids) {
        Map<String, ReadingRow> found =
                db
                        .sql(SELECT + " and m.id = any(cast(:ids as text[]))")
                        .param("tenant", tenant)
                        .param("ids", Sql.array(ids, id -> id))
                        .query(ReadingStore::row)
                        .list()
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.reading().id().value(), Function.identity()));
        return ids.stream().map(id -> Objects.requireNonNull(found.get(id), id)).toList();
    }

    /**
     * Lists the readings of a meter by day.
     *
     * @param tenant the company
     * @param meterId the meter
     * @param request which page
     * @return the page
     */
    public Page<ReadingRow> list(String tenant, String meterId, PageRequest request) {
        List<String> after = request.afterParts(FIRST);
        List<Listed> rows =
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("meter", meterId)
                        .param("day", PageRequest.day(after.get(0)))
                        .param("seq", PageRequest.number(after.get(1)))
                        .param("fetch", request.fetch())
                        .query((row, index) -> new Listed(row(row, index), row.getLong("seq")))
                        .list();
        return Page.of(rows, request, ReadingStore::key).map(Listed::row);
    }

    private static String key(Listed listed) {
        String day = listed.row().reading().readOn().toString();
        return PageRequest.join(day, String.valueOf(listed.seq()));
    }

    private static @Nullable String corrects(ReadingRow row) {
        ReadingId corrects = row.reading().corrects();
        return corrects == null ? null : corrects.value();
    }

    private static ReadingRow row(ResultSet row, int index) throws SQLException {
        String value = Sql.decimal(row, "value");
        String corrects = row.getString("corrects");
        Reading reading =
                new Reading(
                        new ReadingId(row.getString("id")),
                        new MeterId(row.getString("meter_id")),
                        row.getObject("read_on", LocalDate.class),
                        Sql.rational(value),
                        ReadingSource.valueOf(row.getString("source")),
                        row.getBoolean("rolled_over"),
                        corrects == null ? null : new ReadingId(corrects));
        return new ReadingRow(
                reading, value, row.getBoolean("stands"), Sql.instant(row, "recorded_at"));
    }
}
