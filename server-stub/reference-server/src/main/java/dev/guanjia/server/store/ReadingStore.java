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
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code meter_reading}. */
@Repository
public class ReadingStore {

    private static final String INSERT =
            """
            insert into meter_reading
                (tenant, id, meter_id, read_on, value, source, recorded_at, recorded_by)
            select :tenant, r.id, r.meter, cast(r.day as date), cast(r.value as numeric),
                r.source, :at, :by
            from unnest(cast(:ids as text[]), cast(:meters as text[]), cast(:days as text[]),
                    cast(:values as text[]), cast(:sources as text[]))
                with ordinality as r(id, meter, day, value, source, n)
            order by r.n
            """;
    private static final String SELECT =
            """
            select id, meter_id, read_on, value, source, recorded_at from meter_reading
            where tenant = :tenant
            """;
    private static final String LIST =
            SELECT + " and meter_id = :meter and read_on > :after order by read_on limit :fetch";
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    private final JdbcClient db;

    ReadingStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A reading.
     *
     * @param reading what the meter showed, and when
     * @param value what it showed, with the decimals it was given with
     * @param recordedAt when the row was made
     */
    public record ReadingRow(Reading reading, String value, Instant recordedAt) {}

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
                .param("at", Sql.at(rows.get(0).recordedAt()))
                .param("by", staffId)
                .update();
    }

    /**
     * Reads all readings of meters in one query.
     *
     * @param tenant the company
     * @param meterIds the meters
     * @return by meter, then by day; meters without a reading are left out
     */
    public Map<MeterId, List<ReadingRow>> ofMeters(String tenant, Collection<String> meterIds) {
        return db
                .sql(SELECT + " and meter_id = any(cast(:meters as text[])) order by read_on")
                .param("tenant", tenant)
                .param("meters", Sql.array(meterIds, id -> id))
                .query(ReadingStore::row)
                .list()
                .stream()
                .collect(Collectors.groupingBy(row -> row.reading().meter()));
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
        LocalDate after = request.after().map(PageRequest::day).orElse(FIRST_DAY);
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("meter", meterId)
                        .param("after", after)
                        .param("fetch", request.fetch())
                        .query(ReadingStore::row)
                        .list(),
                request,
                row -> row.reading().readOn().toString());
    }

    private static ReadingRow row(ResultSet row, int index) throws SQLException {
        String value = Sql.decimal(row, "value");
        Reading reading =
                new Reading(
                        new ReadingId(row.getString("id")),
                        new MeterId(row.getString("meter_id")),
                        row.getObject("read_on", LocalDate.class),
                        Sql.rational(value),
                        ReadingSource.valueOf(row.getString("source")));
        return new ReadingRow(reading, value, Sql.instant(row, "recorded_at"));
    }
}
