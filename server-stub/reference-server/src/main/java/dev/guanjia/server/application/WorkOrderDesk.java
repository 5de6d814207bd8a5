package dev.guanjia.server.application;

import dev.guanjia.property.Community;
import dev.guanjia.property.UnitId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.WorkOrderStore;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.Reception;
import dev.guanjia.workorder.Triage;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes complaints and repairs in. */
@Service
public class WorkOrderDesk {

    private final Permissions permissions;
    private final WorkOrderStore orders;
    private final Places places;
    private final DueTimes dueTimes;
    private final Audit audit;
    private final Clock clock;

    WorkOrderDesk(
            Permissions permissions,
            WorkOrderStore orders,
            Places places,
            DueTimes dueTimes,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.orders = orders;
        this.places = places;
        this.dueTimes = dueTimes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Where something is the matter.
     *
     * @param communityId in which community
     * @param unitId in which unit; null when it concerns no single one
     */
    public record Place(String communityId, @Nullable String unitId) {}

    /**
     * What was told to us.
     *
     * @param kind which lifecycle it begins
     * @param place where
     * @param title what it is about
     * @param description what was said in full; null when nothing more was
     * @param channel by which way it came
     * @param receivedAt when
     * @param dueAt the due time that was agreed; null when none was
     */
    public record Draft(
            String kind,
            Place place,
            String title,
            @Nullable String description,
            String channel,
            Instant receivedAt,
            @Nullable Instant dueAt) {}

    /**
     * Takes a complaint or a repair in.
     *
     * @param caller who asks
     * @param draft what was told
     * @return the order
     */
    public WorkOrderRow create(Caller caller, Draft draft) {
        permissions.require(caller, "create-work-order", draft.place().communityId());
        Instant now = clock.instant();
        Given given = new Given();
        Moments moments = new Moments(given, now);
        Optional<WorkOrderKind> kind = given.known("/kind", draft.kind(), WorkOrderKind.class);
        given.text("/title", draft.title());
        Optional<Instant> receivedAt = moments.past("/received_at", draft.receivedAt());
        Optional<Instant> dueAt = moments.any("/due_at", draft.dueAt());
        Optional<Community> community = places.read(given, caller.tenant(), draft.place());
        given.end();
        String unit = draft.place().unitId();
        UnitId unitId = unit == null ? null : new UnitId(unit);
        Intake intake =
                new Intake(
                        kind.orElseThrow(),
                        community.orElseThrow().id(),
                        unitId,
                        draft.title(),
                        draft.description(),
                        Triage.usual(unitId),
                        new Reception(draft.channel(), receivedAt.orElseThrow(), null));
        Due due =
                dueAt.<Due>map(Due.Given::new)
                        .orElseGet(() -> dueTimes.of(caller.tenant(), intake, community.get()));
        return add(caller, intake, due, now);
    }

    /**
     * Takes in what the company itself found or planned; whoever calls has asked for permission.
     *
     * @param caller who found it
     * @param intake the matter
     * @return the order
     */
    WorkOrderRow open(Caller caller, Intake intake) {
        Community community = places.community(caller.tenant(), intake.community().value());
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
