package dev.guanjia.server.application;

import dev.guanjia.property.Building;
import dev.guanjia.property.meter.Meter;
import dev.guanjia.server.problem.Faults;
import dev.guanjia.server.store.MeterStore.MeterRow;
import dev.guanjia.server.store.TenantStore;
import dev.guanjia.server.store.UnitEntryStore;
import dev.guanjia.server.store.UnitEntryStore.Entry;
import dev.guanjia.server.store.UnitEntryStore.Place;
import dev.guanjia.server.store.UnitEntryStore.Plate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** One unit a number and building, one meter a kind and serial number. */
@Component
class UnitUniqueness {

    private final TenantStore tenants;
    private final UnitEntryStore entries;

    UnitUniqueness(TenantStore tenants, UnitEntryStore entries) {
        this.tenants = tenants;
        this.entries = entries;
    }

    /**
     * Notes every number that is taken, by a row of the table or one further up in the request.
     * What is free stays free until the transaction ends.
     *
     * @param rows the units by their place in the request
     * @param buildings the buildings they name, by id
     */
    void check(
            String tenant,
            SortedMap<Integer, Entry> rows,
            Map<String, Building> buildings,
            Faults faults) {
        tenants.lock(tenant);
        Set<Place> places = entries.taken(tenant, places(rows.values()));
        Set<Plate> plates = entries.known(tenant, plates(rows.values()));
        rows.forEach(
                (row, entry) -> {
                    Place place = place(entry);
                    if (!places.add(place)) {
                        String code = buildings.get(place.buildingId()).code();
                        faults.add(
                                "/units/" + row + "/number",
                                RegistryRefusal.UNIT_NUMBER_TAKEN,
                                Map.of("building", code, "number", place.number()));
                    }
                    checkMeters("/units/" + row + "/meters/", entry.meters(), plates, faults);
                });
    }

    private static void checkMeters(
            String at, List<MeterRow> meters, Set<Plate> taken, Faults faults) {
        for (int i = 0; i < meters.size(); i++) {
            Plate plate = plate(meters.get(i).meter());
            if (!taken.add(plate)) {
                faults.add(
                        at + i + "/serial_no",
                        RegistryRefusal.METER_SERIAL_TAKEN,
                        Map.of("kind", plate.kind().name(), "serial", plate.serial()));
            }
        }
    }

    private static Set<Place> places(Collection<Entry> rows) {
        return rows.stream().map(UnitUniqueness::place).collect(Collectors.toSet());
    }

    private static Set<Plate> plates(Collection<Entry> rows) {
        return rows.stream()
                .flatMap(entry -> entry.meters().stream())
                .map(row -> plate(row.meter()))
                .collect(Collectors.toSet());
    }

    private static Place place(Entry entry) {
        return new Place(entry.unit().building().value(), entry.unit().number());
    }

    private static Plate plate(Meter meter) {
        return new Plate(meter.kind(), meter.serial());
    }
}
