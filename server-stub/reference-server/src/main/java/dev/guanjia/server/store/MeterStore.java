package dev.guanjia.server.store;

import dev.guanjia.property.UnitId;
import dev.guanjia.property.meter.Meter;
import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.property.meter.MeterId;
import dev.guanjia.property.meter.MeterKind;
import dev.guanjia.property.meter.Reading;
import dev.guanjia.server.store.ReadingStore.ReadingRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the table {@code meter}, and what the meters showed. */
@Repository
public class MeterStore {

    private static final String SELECT =
            """
            select id, unit_id, kind, serial_no, installed_on, initial_value from meter
            where tenant = :tenant
            """;
    private static final String ORDER = " order by kind, serial_no";

    private final JdbcClient db;
    private final ReadingStore readings;

    MeterStore(JdbcClient db, ReadingStore readings) {
        this.db = db;
        this.readings = readings;
    }

    /**
     * A meter.
     *
     * @param meter its unit, kind, serial number and when it was installed
     * @param initialValue what it showed then, with the decimals it was given with
     */
    public record MeterRow(Meter meter, String initialValue) {}

    /**
     * Reads a meter.
     *
     * @param tenant the company
     * @param id the meter id
     * @return empty if there is none
     */
    public Optional<MeterRow> find(String tenant, String id) {
        return db.sql(SELECT + " and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(MeterStore::row)
                .optional();
    }

    /**
     * Reads the meters of units.
     *
     * @param tenant the company
     * @param unitIds the units
     * @return by kind and serial number
     */
    public List<MeterRow> ofUnits(String tenant, Collection<String> unitIds) {
        return db.sql(SELECT + " and unit_id = any(cast(:ids as text[]))" + ORDER)
                .param("tenant", tenant)
                .param("ids", Sql.array(unitIds, id -> id))
                .query(MeterStore::row)
                .list();
    }

    /**
     * Reads meters and keeps others from adding readings to them until the transaction ends.
     *
     * @param tenant the company
     * @param ids meter ids; those that do not exist are left out
     * @return in the order of their ids, so that two callers never wait for each other
     */
    public List<MeterRow> lock(String tenant, Collection<String> ids) {
        return db.sql(SELECT + " and id = any(cast(:ids as text[])) order by id for no key update")
                .param("tenant", tenant)
                .param("ids", Sql.array(ids, id -> id))
                .query(MeterStore::row)
                .list();
    }

    /**
     * Reads the meters of units with all their readings, in two queries.
     *
     * @param tenant the company
     * @param unitIds the units
     * @return by unit, then by kind and serial number; units without meters are left out
     */
    public Map<UnitId, List<MeterHistory>> histories(String tenant, Collection<String> unitIds) {
        List<MeterRow> rows = ofUnits(tenant, unitIds);
        List<String> ids = rows.stream().map(row -> row.meter().id().value()).toList();
        Map<MeterId, List<ReadingRow>> shown = readings.ofMeters(tenant, ids);
        return rows.stream()
                .map(row -> history(row.meter(), shown.getOrDefault(row.meter().id(), List.of())))
                .collect(
                        Collectors.groupingBy(
                                history -> history.meter().unit(),
                                TreeMap::new,
                                Collectors.toList()));
    }

    private static MeterHistory history(Meter meter, List<ReadingRow> rows) {
        List<Reading> shown = rows.stream().map(ReadingRow::reading).toList();
        return new MeterHistory(meter, shown);
    }

    private static MeterRow row(ResultSet row, int index) throws SQLException {
        String initialValue = Sql.decimal(row, "initial_value");
        Meter meter =
                new Meter(
                        new MeterId(row.getString("id")),
                        new UnitId(row.getString("unit_id")),
                        MeterKind.valueOf(row.getString("kind")),
                        row.getString("serial_no"),
                        row.getObject("installed_on", LocalDate.class),
                        Sql.rational(initialValue));
        return new MeterRow(meter, initialValue);
    }
}
