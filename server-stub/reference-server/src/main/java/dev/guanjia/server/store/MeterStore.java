package dev.guanjia.server.store;

import dev.guanjia.property.UnitId;
import dev.guanjia.property.meter.Meter;
import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.property.meter.MeterId;
import dev.guanjia.property.meter.MeterKind;
import dev.guanjia.property.meter.Reading;
import dev.guanjia.property.meter.RegisterChange;
import dev.guanjia.server.store.ReadingStore.ReadingRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the table {@code meter}, and what the meters showed. */
@Repository
public class MeterStore {

    private static final String SELECT =
            """
            select id, unit_id, kind, serial_no, installed_on, initial_value, digits from meter
            where tenant = :tenant
            """;
    private static final String ORDER = " order by kind, serial_no";

    private final JdbcClient db;
    private final ReadingStore readings;
    private final RegisterChangeStore changes;

    MeterStore(JdbcClient db, ReadingStore readings, RegisterChangeStore changes) {
        this.db = db;
        this.readings = readings;
        this.changes = changes;
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
     * Reads the meters of units with all that is known of them, in three queries.
     *
     * @param tenant the company
     * @param unitIds the units
     * @return by unit, then by kind and serial number; units without meters are left out
     */
    public Map<UnitId, List<MeterHistory>> histories(String tenant, Collection<String> unitIds) {
        Map<UnitId, List<MeterHistory>> byUnit = new TreeMap<>();
        for (MeterHistory history : histories(tenant, ofUnits(tenant, unitIds)).values()) {
            UnitId unit = history.meter().unit();
            if (unit != null) {
                byUnit.computeIfAbsent(unit, any -> new ArrayList<>()).add(history);
            }
        }
        return byUnit;
    }

    /**
     * Reads all that is known of meters: their readings, those that were corrected, too, and what
     * became of their registers.
     *
     * @param tenant the company
     * @param rows the meters
     * @return by meter, in the order of the rows
     */
    public Map<MeterId, MeterHistory> histories(String tenant, List<MeterRow> rows) {
        List<String> ids = rows.stream().map(row -> row.meter().id().value()).toList();
        Map<MeterId, List<ReadingRow>> shown = readings.ofMeters(tenant, ids);
        Map<MeterId, List<RegisterChange>> changed = changes.ofMeters(tenant, ids);
        Map<MeterId, MeterHistory> histories = new LinkedHashMap<>();
        for (MeterRow row : rows) {
            MeterId id = row.meter().id();
            List<Reading> values =
                    shown.getOrDefault(id, List.of()).stream().map(ReadingRow::reading).toList();
            List<RegisterChange> registers = changed.getOrDefault(id, List.of());
            histories.put(id, new MeterHistory(row.meter(), values, registers));
        }
        return histories;
    }

    static MeterRow row(ResultSet row, int index) throws SQLException {
        String initialValue = Sql.decimal(row, "initial_value");
        String unit = row.getString("unit_id");
        Meter meter =
                new Meter(
                        new MeterId(row.getString("id")),
                        unit == null ? null : new UnitId(unit),
                        MeterKind.valueOf(row.getString("kind")),
                        row.getString("serial_no"),
                        row.getObject("installed_on", LocalDate.class),
                        Sql.rational(initialValue),
                        row.getInt("digits"));
        return new MeterRow(meter, initialValue);
    }
}
