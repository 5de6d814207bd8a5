package dev.guanjia.server.store;

import dev.guanjia.money.Rational;
import dev.guanjia.property.meter.MeterId;
import dev.guanjia.property.meter.Register;
import dev.guanjia.property.meter.RegisterChange;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code meter_register_change}. */
@Repository
public class RegisterChangeStore {

    private static final String INSERT =
            """
            insert into meter_register_change (tenant, id, meter_id, changed_on, last_value,
                next_serial, next_first_value, next_digits, recorded_at, recorded_by)
            values (:tenant, :id, :meter, :day, cast(:last as numeric),
                :serial, cast(:first as numeric), cast(:digits as int), :at, :by)
            """;
    private static final String SELECT =
            """
            select id, meter_id, changed_on, last_value, next_serial, next_first_value,
                next_digits, recorded_at
            from meter_register_change where tenant = :tenant
            """;
    private static final String OF_METERS =
            SELECT + " and meter_id = any(cast(:meters as text[])) order by changed_on";
    private static final String LIST =
            SELECT
                    + " and meter_id = :meter and changed_on > :after"
                    + " order by changed_on limit :fetch";
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    private final JdbcClient db;

    RegisterChangeStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * What became of a register.
     *
     * @param id which change
     * @param meter of which meter
     * @param change the change
     * @param values what the dials showed, with the decimals they were given with
     * @param recordedAt when the row was made
     */
    public record ChangeRow(
            String id, MeterId meter, RegisterChange change, Shown values, Instant recordedAt) {}

    /**
     * What the dials showed.
     *
     * @param last the old one
     * @param first the next one; null where the meter was removed
     */
    public record Shown(String last, @Nullable String first) {}

    /**
     * Adds a change.
     *
     * @param tenant the company
     * @param staffId who records it
     * @param row the change
     */
    public void add(String tenant, String staffId, ChangeRow row) {
        Register next = row.change().next();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("meter", row.meter().value())
                .param("day", row.change().day())
                .param("last", row.values().last())
                .param("serial", next == null ? null : next.serial())
                .param("first", row.values().first())
                .param("digits", next == null ? null : next.digits())
                .param("at", Sql.at(row.recordedAt()))
                .param("by", staffId)
                .update();
    }

    /**
     * Reads all changes of meters in one query.
     *
     * @param tenant the company
     * @param meterIds the meters
     * @return by meter, then by day; meters without a change are left out
     */
    public Map<MeterId, List<RegisterChange>> ofMeters(String tenant, Collection<String> meterIds) {
        return db
                .sql(OF_METERS)
                .param("tenant", tenant)
                .param("meters", Sql.array(meterIds, id -> id))
                .query(RegisterChangeStore::row)
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                ChangeRow::meter,
                                Collectors.mapping(ChangeRow::change, Collectors.toList())));
    }

    /**
     * Lists the changes of a meter by day.
     *
     * @param tenant the company
     * @param meterId the meter
     * @param request which page
     * @return the page
     */
    public Page<ChangeRow> list(String tenant, String meterId, PageRequest request) {
        List<ChangeRow> rows =
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("meter", meterId)
                        .param("after", request.after().map(PageRequest::day).orElse(FIRST_DAY))
                        .param("fetch", request.fetch())
                        .query(RegisterChangeStore::row)
                        .list();
        return Page.of(rows, request, row -> row.change().day().toString());
    }

    private static ChangeRow row(ResultSet row, int index) throws SQLException {
        String last = Sql.decimal(row, "last_value");
        String serial = row.getString("next_serial");
        String first = serial == null ? null : Sql.decimal(row, "next_first_value");
        Register next =
                serial == null || first == null
                        ? null
                        : new Register(serial, Sql.rational(first), row.getInt("next_digits"));
        Rational shown = Sql.rational(last);
        return new ChangeRow(
                row.getString("id"),
                new MeterId(row.getString("meter_id")),
                new RegisterChange(row.getObject("changed_on", LocalDate.class), shown, next),
                new Shown(last, first),
                Sql.instant(row, "recorded_at"));
    }
}
