package dev.guanjia.server.application;

import dev.guanjia.asset.EquipmentId;
import dev.guanjia.asset.EquipmentRegister;
import dev.guanjia.asset.RepairHistory;
import dev.guanjia.asset.RepairHistory.Entry;
import dev.guanjia.reaction.EquipmentOrder;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.EquipmentOrderStore;
import dev.guanjia.server.store.EquipmentRepairStore;
import dev.guanjia.server.store.EquipmentStore;
import dev.guanjia.server.store.EquipmentStore.EquipmentRow;
import dev.guanjia.server.store.PaidWorkStore;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.paid.PaidLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Enters what an order that ended did into the history of its equipment. */
@Component
class RepairOutcomes {

    private final EquipmentOrderStore links;
    private final EquipmentStore equipment;
    private final EquipmentRepairStore repairs;
    private final PaidWorkStore works;
    private final RepairPlaces places;
    private final Audit audit;

    RepairOutcomes(
            EquipmentOrderStore links,
            EquipmentStore equipment,
            EquipmentRepairStore repairs,
            PaidWorkStore works,
            RepairPlaces places,
            Audit audit) {
        this.links = links;
        this.equipment = equipment;
        this.repairs = repairs;
        this.works = works;
        this.places = places;
        this.audit = audit;
    }

    /** Nothing unless the order is over, was handled and names its equipment. */
    void follow(Caller caller, WorkOrder order) {
        if (order.state().isEnd()) {
            links.of(caller.tenant(), order.id().value()).ifPresent(id -> enter(caller, order, id));
        }
    }

    private void enter(Caller caller, WorkOrder order, EquipmentId id) {
        String tenant = caller.tenant();
        EquipmentRow row = equipment.lock(tenant, id.value()).orElseThrow();
        List<PaidLine> done =
                works.find(tenant, order.id().value())
                        .map(found -> found.work().done())
                        .orElse(List.of());
        Instant at = order.handling().resolvedAt().orElse(places.now());
        LocalDate day = LocalDate.ofInstant(at, places.zone(tenant, order));
        EquipmentRegister register = places.register(row);
        RepairHistory history = repairs.of(tenant, id.value());
        for (Entry entry :
                EquipmentOrder.entries(
                        order, new EquipmentOrder.Work(id, day, done), () -> Ids.next("re"))) {
            history = Refused.unlessAccepted(history.record(entry, register));
            repairs.add(tenant, entry, places.now());
            Map<String, String> facts = Map.of("entry", entry.id(), "order", order.id().value());
            audit.accepted(caller, "record-equipment-repair", id.value(), facts);
        }
    }
}
