package dev.guanjia.server.application;

import dev.guanjia.asset.Equipment;
import dev.guanjia.asset.EquipmentCatalogue;
import dev.guanjia.asset.EquipmentCatalogue.InspectionKind;
import dev.guanjia.asset.EquipmentId;
import dev.guanjia.asset.Inspection;
import dev.guanjia.asset.Place;
import dev.guanjia.reaction.EquipmentOrder;
import dev.guanjia.reaction.InspectionOrder;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.PlanDesk.Seen;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.EquipmentOrderStore;
import dev.guanjia.server.store.EquipmentStore.EquipmentRow;
import dev.guanjia.server.store.WorkOrderStore;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.Intake;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Ties orders to the equipment they are about. */
@Service
public class EquipmentOrderDesk {

    private final Planning planning;
    private final OrderEquipment pieces;
    private final EquipmentDesk equipment;
    private final EquipmentSites sites;
    private final EquipmentOrderStore links;
    private final WorkOrderStore orders;
    private final WorkOrderDesk desk;
    private final CommunityDays days;
    private final EquipmentCatalogue catalogue;

    EquipmentOrderDesk(
            Planning planning,
            OrderEquipment pieces,
            EquipmentDesk equipment,
            EquipmentSites sites,
            EquipmentOrderStore links,
            WorkOrderStore orders,
            WorkOrderDesk desk,
            CommunityDays days,
            EquipmentCatalogue catalogue) {
        this.planning = planning;
        this.pieces = pieces;
        this.equipment = equipment;
        this.sites = sites;
        this.links = links;
        this.orders = orders;
        this.desk = desk;
        this.days = days;
        this.catalogue = catalogue;
    }

    /**
     * Names the equipment of an order that runs.
     *
     * @param caller who asks
     * @param seen which order
     * @param equipmentId which piece
     * @return the order afterwards
     */
    public WorkOrderRow name(Caller caller, Seen seen, String equipmentId) {
        Breach attempt = new Breach("name-work-order-equipment", seen.id());
        planning.admit(caller, attempt);
        String tenant = caller.tenant();
        WorkOrderRow row =
                orders.lock(tenant, seen.id()).orElseThrow(() -> Fault.notFound(seen.id()));
        Version.require(seen.ifMatch(), row.version());
        Given given = new Given();
        Optional<Equipment> found = pieces.find(given, tenant, equipmentId);
        given.end();
        Optional<EquipmentId> named = links.of(tenant, row.id());
        Intake intake = row.order().intake();
        EquipmentId piece =
                Refused.unlessAccepted(
                        EquipmentOrder.name(
                                row.order(),
                                named,
                                found.orElseThrow(),
                                pieces.day(tenant, intake)));
        if (named.isPresent()) {
            return row;
        }
        links.add(tenant, row.id(), piece, planning.now());
        WorkOrderRow after = row.about(piece.value());
        orders.update(tenant, after);
        planning.done(caller, attempt, row.id(), Map.of("equipment", piece.value()));
        return after;
    }

    /**
     * Opens the order that has a piece of equipment inspected.
     *
     * @param caller who asks
     * @param id which piece
     * @param kind which inspection
     * @return the order
     */
    public WorkOrderRow inspect(Caller caller, String id, String kind) {
        Breach attempt = new Breach("open-inspection-order", id);
        planning.admit(caller, attempt);
        String tenant = caller.tenant();
        EquipmentRow row = equipment.lock(caller, id);
        Given given = new Given();
        Optional<InspectionKind> known =
                catalogue.inspections().stream()
                        .filter(each -> each.key().value().equals(kind))
                        .findFirst();
        if (known.isEmpty()) {
            given.unknown("/kind", kind);
        }
        given.end();
        InspectionKind wanted = known.orElseThrow();
        LocalDate today = days.today(sites.zone(tenant, row.place()));
        Inspection inspection =
                Refused.unlessAccepted(
                        equipment
                                .register(tenant, row)
                                .inspection(row.equipment().id(), wanted.key(), today));
        Place place = row.equipment().placeOn(today).orElseThrow();
        Intake intake =
                Refused.unlessAccepted(
                        InspectionOrder.open(
                                inspection,
                                new InspectionOrder.Used(row.equipment(), place, wanted.label()),
                                links.inspected(tenant, inspection),
                                days.now()));
        WorkOrderRow order = desk.open(caller, intake);
        links.add(tenant, order.id(), inspection, planning.now());
        planning.done(caller, attempt, id, Map.of("kind", kind, "order", order.id()));
        return orders.find(tenant, order.id()).orElseThrow();
    }
}
