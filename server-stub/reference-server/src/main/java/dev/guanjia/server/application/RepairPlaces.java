package dev.guanjia.server.application;

import dev.guanjia.asset.EquipmentCatalogue;
import dev.guanjia.asset.EquipmentRegister;
import dev.guanjia.server.store.EquipmentStore.EquipmentRow;
import dev.guanjia.workorder.WorkOrder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where and when repairs are entered. */
@Component
class RepairPlaces {

    private final Places places;
    private final EquipmentCatalogue catalogue;
    private final Clock clock;

    RepairPlaces(Places places, EquipmentCatalogue catalogue, Clock clock) {
        this.places = places;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    ZoneId zone(String tenant, WorkOrder order) {
        return places.community(tenant, order.intake().community().value()).zone();
    }

    /** The register, as far as one piece is concerned. */
    EquipmentRegister register(EquipmentRow row) {
        return new EquipmentRegister(catalogue, List.of(row.equipment()), List.of());
    }

    Instant now() {
        return clock.instant();
    }
}
