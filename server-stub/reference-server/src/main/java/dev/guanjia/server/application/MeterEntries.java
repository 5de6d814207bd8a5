package dev.guanjia.server.application;

import dev.guanjia.property.meter.MeterId;
import dev.guanjia.property.meter.MeterKind;
import dev.guanjia.server.store.InstalledMeterStore.MeterPlace;
import dev.guanjia.server.store.MeterEntryStore;
import dev.guanjia.server.store.MeterStore.MeterRow;
import dev.guanjia.server.store.UnitEntryStore.Plate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets single meters into the registry; one number of a kind is on one meter. */
@Component
class MeterEntries {

    private final MeterEntryStore store;
    private final BusinessTime time;

    MeterEntries(MeterEntryStore store, BusinessTime time) {
        this.store = store;
        this.time = time;
    }

    MeterIntake intake(Given given) {
        return new MeterIntake(given, time);
    }

    /** Notes that the number of a new meter is taken. */
    void requireFree(String tenant, Given given, MeterRow row) {
        Plate plate = new Plate(row.meter().kind(), row.meter().serial());
        if (store.owners(tenant, List.of(plate)).containsKey(plate)) {
            taken(given, "/serial_no", plate);
        }
    }

    /** Notes that another meter has the number of a new register. */
    void requireFree(String tenant, Given given, Plate plate, MeterId meter) {
        MeterId owner = store.owners(tenant, List.of(plate)).get(plate);
        if (owner != null && !owner.equals(meter)) {
            taken(given, "/next/serial_no", plate);
        }
    }

    private static void taken(Given given, String at, Plate plate) {
        MeterKind kind = plate.kind();
        given.faults()
                .add(
                        at,
                        RegistryRefusal.METER_SERIAL_TAKEN,
                        Map.of("kind", kind.name(), "serial", plate.serial()));
    }

    void add(String tenant, MeterRow row, MeterPlace place) {
        store.add(tenant, row, place);
    }

    void place(String tenant, MeterId meter, @Nullable String parentId, long version) {
        store.place(tenant, meter, parentId, version);
    }
}
