package dev.guanjia.server.store;

import dev.guanjia.property.meter.Meter;
import dev.guanjia.property.meter.MeterId;
import dev.guanjia.property.meter.MeterKind;
import dev.guanjia.server.store.InstalledMeterStore.MeterPlace;
import dev.guanjia.server.store.MeterStore.MeterRow;
import dev.guanjia.server.store.UnitEntryStore.Plate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes single meters into the table {@code meter}, and knows the plates that they ever had. */
@Repository
public class MeterEntryStore {

    private static final String INSERT =
            """
            insert into meter (tenant, id, unit_id, community_id, parent_id, kind, serial_no,
                installed_on, initial_value, digits)
            values (:tenant, :id, :unit, :community, :parent, :kind, :serial,
                :day, cast(:value as numeric), :digits)
            """;
    private static final String PLACE =
            """
            update meter set parent_id = :parent, version = :version
            where tenant = :tenant and id = :id
            """;

    private static final String PLATES =
            """
            select p.kind, p.serial_no, p.id from (
                select m.tenant, m.kind, m.serial_no, m.id from meter m
                union all
                select m.tenant, m.kind, r.next_serial, m.id
                from meter_register_change r join meter m
                    on m.tenant = r.tenant and m.id = r.meter_id) p
            join unnest(cast(:kinds as text[]), cast(:serials as text[])) as a(kind, serial)
                on a.kind = p.kind and a.serial = p.serial_no
            where p.tenant = :tenant
            """;

    private final JdbcClient db;

    MeterEntryStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Adds a meter.
     *
     * @param tenant the company, locked
     * @param row the meter, whose number is new
     * @param place where it is
     */
    public void add(String tenant, MeterRow row, MeterPlace place) {
        Meter meter = row.meter();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", meter.id().value())
                .param("unit", meter.unit() == null ? null : meter.unit().value())
                .param("community", place.communityId())
                .param("parent", place.parentId())
                .param("kind", meter.kind().name())
                .param("serial", meter.serial())
                .param("day", meter.installedOn())
                .param("value", row.initialValue())
                .param("digits", meter.digits())
                .update();
    }

    /**
     * Changes what a meter is below.
     *
     * @param tenant the company, locked
     * @param meter the meter
     * @param parentId the meter above; null means none
     * @param version the new version
     */
    public void place(String tenant, MeterId meter, @Nullable String parentId, long version) {
        db.sql(PLACE)
                .param("tenant", tenant)
                .param("id", meter.value())
                .param("parent", parentId)
                .param("version", version)
                .update();
    }

    /**
     * Which meters bear or bore these numbers.
     *
     * @param tenant the company
     * @param plates kinds and numbers
     * @return the meter of each number that is known
     */
    public Map<Plate, MeterId> owners(String tenant, Collection<Plate> plates) {
        List<Plate> asked = List.copyOf(plates);
        Map<Plate, MeterId> owners = new HashMap<>();
        db.sql(PLATES)
                .param("tenant", tenant)
                .param("kinds", Sql.array(asked, plate -> plate.kind().name()))
                .param("serials", Sql.array(asked, Plate::serial))
                .query(
                        row -> {
                            MeterKind kind = MeterKind.valueOf(row.getString("kind"));
                            owners.put(
                                    new Plate(kind, row.getString("serial_no")),
                                    new MeterId(row.getString("id")));
                        });
        return owners;
    }
}
