package dev.guanjia.server.application;

import dev.guanjia.asset.Equipment;
import dev.guanjia.asset.EquipmentId;
import dev.guanjia.property.Community;
import dev.guanjia.reaction.EquipmentOrder;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.application.Intakes.Matter;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.EquipmentOrderStore;
import dev.guanjia.server.store.WorkOrderEventStore.Author;
import dev.guanjia.server.store.WorkOrderLinkStore;
import dev.guanjia.server.store.WorkOrderStore;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.Provenance;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Opens work orders. */
@Service
public class WorkOrderDesk {

    private final Permissions permissions;
    private final WorkOrderStore orders;
    private final WorkOrderLinkStore links;
    private final CompanyRules rules;
    private final Intakes.Door door;
    private final OrderEquipment pieces;
    private final EquipmentOrderStore equipment;
    private final DueTimes dueTimes;
    private final Audit audit;
    private final Clock clock;

    WorkOrderDesk(
            Permissions permissions,
            WorkOrderStore orders,
            WorkOrderLinkStore links,
            CompanyRules rules,
            Intakes.Door door,
            OrderEquipment pieces,
            EquipmentOrderStore equipment,
            DueTimes dueTimes,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.orders = orders;
        this.links = links;
        this.rules = rules;
        this.door = door;
        this.pieces = pieces;
        this.equipment = equipment;
        this.dueTimes = dueTimes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens an order.
     *
     * @param caller who asks
     * @param told the matter
     * @param ties what it belongs to
     * @return the order
     */
    public WorkOrderRow create(Caller caller, Told told, Ties ties) {
        permissions.require(caller, command(told.kind()), told.place().communityId());
        Instant now = clock.instant();
        Given given = new Given();
        List<String> units = Stream.ofNullable(told.place().unitId()).toList();
        Optional<Matter> read =
                door.open(caller.tenant(), units, given, new Moments(given, now)).read("", told);
        Optional<WorkOrderRow> parent =
                Optional.ofNullable(ties.parentId()).flatMap(id -> parent(given, caller, id));
        Optional<Equipment> piece = pieces.find(given, caller.tenant(), ties.equipmentId());
        given.end();
        Matter matter = read.orElseThrow();
        Optional<EquipmentId> about = piece.map(found -> about(caller, matter, found));
        WorkOrderRow opened = add(caller, matter.intake(), due(caller, matter), now);
        about.ifPresent(id -> equipment.add(caller.tenant(), opened.id(), id, now));
        WorkOrderRow row = about.isPresent() ? read(caller, opened) : opened;
        return parent.map(whole -> split(caller, row, whole)).orElse(row);
    }

    /**
     * What an order belongs to.
     *
     * @param parentId the order that it is split off; null when it stands by itself
     * @param equipmentId the equipment that it is about; null when it names none
     */
    public record Ties(@Nullable String parentId, @Nullable String equipmentId) {

        static final Ties NONE = new Ties(null, null);
    }

    private EquipmentId about(Caller caller, Matter matter, Equipment piece) {
        Intake intake = matter.intake();
        return Refused.unlessAccepted(
                EquipmentOrder.about(intake, piece, pieces.day(caller.tenant(), intake)));
    }

    private WorkOrderRow read(Caller caller, WorkOrderRow row) {
        return orders.find(caller.tenant(), row.id()).orElseThrow();
    }

    /** What the company finds or plans itself, anybody of the company may open. */
    private static String command(String kind) {
        boolean own =
                Arrays.stream(WorkOrderKind.values())
                        .filter(known -> known.name().equals(kind))
                        .anyMatch(known -> !Lifecycle.of(known).isFromCustomer());
        return own ? "create-internal-work-order" : "create-work-order";
    }

    private Due due(Caller caller, Matter matter) {
        Instant agreed = matter.dueAt();
        return agreed == null
                ? dueTimes.of(caller.tenant(), matter.intake(), matter.community())
                : new Due.Given(agreed);
    }

    /** Locked, lest it ends while something is split off it. */
    private Optional<WorkOrderRow> parent(Given given, Caller caller, String id) {
        Optional<WorkOrderRow> parent = orders.lock(caller.tenant(), id);
        return parent.isPresent() ? parent : given.unknown("/parent_id", id);
    }

    private WorkOrderRow split(Caller caller, WorkOrderRow part, WorkOrderRow whole) {
        Provenance none = new Provenance(List.of());
        Provenance both = Refused.unlessAccepted(none.split(part.order(), whole.order()));
        Author author = WorkOrderNotes.author(rules.actor(caller));
        links.add(caller.tenant(), both.links().get(0), author, part.recordedAt());
        return read(caller, part);
    }

    /**
     * Takes in what the company itself found or planned; whoever calls has asked for permission.
     *
     * @param caller who found it
     * @param intake the matter
     * @return the order
     */
    WorkOrderRow open(Caller caller, Intake intake) {
        return open(caller, intake, null);
    }

    /** The same of what is due at a time of its own; null stands for the service level. */
    WorkOrderRow open(Caller caller, Intake intake, @Nullable Due own) {
        if (own != null) {
            return add(caller, intake, own, clock.instant());
        }
        Community community = door.places().community(caller.tenant(), intake.community().value());
        Due due = dueTimes.of(caller.tenant(), intake, community);
        return add(caller, intake, due, clock.instant());
    }

    private WorkOrderRow add(Caller caller, Intake intake, Due due, Instant now) {
        WorkOrderId id = new WorkOrderId(Ids.next("wo"));
        WorkOrder order = Refused.unlessAccepted(WorkOrder.receive(id, intake, due));
        WorkOrderRow row = new WorkOrderRow(order, now, 1);
        orders.add(caller.tenant(), row);
        Map<String, String> facts = Map.of("kind", intake.kind().name());
        audit.accepted(caller, "create-work-order", row.id(), facts);
        return row;
    }
}
