package dev.guanjia.server.application;

import dev.guanjia.asset.Equipment;
import dev.guanjia.asset.EquipmentCatalogue;
import dev.guanjia.asset.EquipmentId;
import dev.guanjia.asset.EquipmentRegister;
import dev.guanjia.asset.maintenance.MaintenancePlan;
import dev.guanjia.asset.maintenance.OrderRequest;
import dev.guanjia.property.Community;
import dev.guanjia.reaction.MaintenanceOrder;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.EquipmentOrderStore;
import dev.guanjia.server.store.EquipmentStore;
import dev.guanjia.server.store.EquipmentStore.EquipmentRow;
import dev.guanjia.server.store.MaintenanceOrderStore;
import dev.guanjia.server.store.MaintenanceTaskStore;
import dev.guanjia.server.store.MaintenanceTaskStore.TaskRow;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.level.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Opens work orders for maintenance that is due. */
@Service
public class MaintenanceOrderDesk {

    private static final int MOST = 200;

    private final Planning planning;
    private final Places places;
    private final EquipmentStore equipment;
    private final MaintenanceTaskStore store;
    private final MaintenanceOrderStore kept;
    private final WorkOrderDesk orders;
    private final EquipmentOrderStore links;
    private final CommunityDays days;
    private final EquipmentCatalogue catalogue;

    MaintenanceOrderDesk(
            Planning planning,
            Places places,
            EquipmentStore equipment,
            MaintenanceTaskStore store,
            MaintenanceOrderStore kept,
            WorkOrderDesk orders,
            EquipmentOrderStore links,
            CommunityDays days,
            EquipmentCatalogue catalogue) {
        this.planning = planning;
        this.places = places;
        this.equipment = equipment;
        this.store = store;
        this.kept = kept;
        this.orders = orders;
        this.links = links;
        this.days = days;
        this.catalogue = catalogue;
    }

    /**
     * A task and its new order.
     *
     * @param taskId the task
     * @param workOrderId the order
     */
    public record Opened(String taskId, String workOrderId) {}

    /**
     * What was opened.
     *
     * @param orders one per task
     * @param more whether further tasks wait
     */
    public record Batch(List<Opened> orders, boolean more) {}

    /**
     * Opens an order for each task of a community that is due and has none.
     *
     * @param caller who asks
     * @param communityId where
     * @return what was opened, at most 200
     */
    public Batch open(Caller caller, String communityId) {
        Breach attempt = new Breach("open-maintenance-orders", communityId);
        planning.admit(caller, attempt);
        Given given = new Given();
        Optional<Community> community = places.community(given, caller.tenant(), communityId);
        given.end();
        List<TaskRow> waiting = store.waiting(caller.tenant(), communityId, days.now(), MOST + 1);
        List<TaskRow> rows = waiting.subList(0, Math.min(MOST, waiting.size()));
        List<Opened> opened = open(caller, rows, community.orElseThrow());
        if (!opened.isEmpty()) {
            Map<String, String> facts = Map.of("orders", Integer.toString(opened.size()));
            planning.done(caller, attempt, communityId, facts);
        }
        return new Batch(opened, waiting.size() > MOST);
    }

    private List<Opened> open(Caller caller, List<TaskRow> rows, Community community) {
        EquipmentRegister register = register(caller.tenant(), rows);
        Map<String, TaskRow> byKey =
                rows.stream()
                        .collect(Collectors.toMap(row -> row.task().key(), Function.identity()));
        MaintenancePlan plan = new MaintenancePlan(rows.stream().map(TaskRow::task).toList());
        List<Opened> opened = new ArrayList<>();
        for (OrderRequest request : plan.orders(days.today(community.zone()), register)) {
            String name = register.find(request.equipment()).orElseThrow().name();
            TaskRow row = byKey.get(request.task());
            Instant now = days.now();
            Due due = MaintenanceOrder.due(request, community.zone(), now).orElse(null);
            Intake intake = MaintenanceOrder.intake(request, name, row.orders().givenUp(), now);
            String order = orders.open(caller, intake, due).id();
            kept.open(caller.tenant(), row.id(), order);
            links.add(caller.tenant(), order, request.equipment(), now);
            opened.add(new Opened(row.id(), order));
        }
        return opened;
    }

    private EquipmentRegister register(String tenant, List<TaskRow> rows) {
        Map<EquipmentId, Equipment> used =
                equipment
                        .findAll(
                                tenant,
                                rows.stream()
                                        .map(row -> row.task().equipment().value())
                                        .distinct()
                                        .toList())
                        .stream()
                        .map(EquipmentRow::equipment)
                        .collect(Collectors.toMap(Equipment::id, Function.identity()));
        return new EquipmentRegister(catalogue, used.values(), List.of());
    }
}
