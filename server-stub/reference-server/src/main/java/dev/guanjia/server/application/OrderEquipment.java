package dev.guanjia.server.application;

import dev.guanjia.asset.Equipment;
import dev.guanjia.server.store.EquipmentStore;
import dev.guanjia.server.store.EquipmentStore.EquipmentRow;
import dev.guanjia.workorder.Intake;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up the equipment that orders are about. */
@Component
class OrderEquipment {

    private final EquipmentStore store;
    private final Places places;

    OrderEquipment(EquipmentStore store, Places places) {
        this.store = store;
        this.places = places;
    }

    /** The piece, if one is named; one that is not there is noted. */
    Optional<Equipment> find(Given given, String tenant, @Nullable String id) {
        if (id == null) {
            return Optional.empty();
        }
        Optional<Equipment> found = store.find(tenant, id).map(EquipmentRow::equipment);
        return found.isPresent() ? found : given.unknown("/equipment_id", id);
    }

    /** The day on which a matter was told, where it is. */
    LocalDate day(String tenant, Intake intake) {
        return LocalDate.ofInstant(
                intake.reception().receivedAt(),
                places.community(tenant, intake.community().value()).zone());
    }
}
