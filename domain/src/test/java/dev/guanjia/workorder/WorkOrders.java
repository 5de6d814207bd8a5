package dev.guanjia.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.property.CommunityId;
import dev.guanjia.property.UnitId;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.lifecycle.ActionEffect;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.Transition;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders and commands for the tests of this package. */
public final class WorkOrders {

    public static final Instant RECEIVED = Instant.parse("2026-03-13T09:40:00Z");
    public static final StaffId STEWARD = new StaffId("sf_steward");
    public static final StaffId ASSISTANT = new StaffId("sf_assistant");
    public static final StaffId SUPERVISOR = new StaffId("sf_supervisor");
    public static final StaffId MANAGER = new StaffId("sf_manager");

    private WorkOrders() {}

    public static Intake intake(WorkOrderKind kind) {
        return new Intake(
                kind,
                Site.of(new CommunityId("cm_1"), new UnitId("un_1")),
                "noise at night",
                null,
                List.of(),
                Triage.usual(new UnitId("un_1")),
                new Reception("PHONE", RECEIVED, null));
    }

    public static WorkOrder received(WorkOrderKind kind, Due due) {
        return accepted(WorkOrder.receive(new WorkOrderId("wo_1"), intake(kind), due));
    }

    /** A legal step, so many minutes after the last event, by somebody who may. */
    public static WorkOrder step(WorkOrder order, WorkOrderAction action, long minutes) {
        return moved(order, action, minutes).applyTo(order);
    }

    /** The event of such a step; what was given to the steward the steward does. */
    public static WorkOrderEvent moved(WorkOrder order, WorkOrderAction action, long minutes) {
        Transition row = Lifecycle.of(order.intake().kind()).find(order.state(), action).get();
        Instant at = order.handling().lastEventAt().plusSeconds(minutes * 60);
        StaffId by = isBound(row) ? STEWARD : ASSISTANT;
        Act act = act(by, row.posts().get(0).value(), at, "why");
        StaffId assignee = action.has(ActionEffect.ASSIGNS) ? STEWARD : null;
        return accepted(order.decide(new WorkOrderCommand(action, act, assignee)));
    }

    /** Whether the first of the posts takes the step only as the assignee. */
    public static boolean isBound(Transition row) {
        return row.byAssignee().contains(row.posts().get(0));
    }

    public static Act act(StaffId staff, String post, Instant at, @Nullable String note) {
        return new Act(new Actor(staff, new PostKey(post), "2026-01"), at, note);
    }

    public static <T> T accepted(Decision<T> decision) {
        Optional<T> value = decision.fold(Optional::of, reasons -> Optional.empty());
        assertThat(value).as("%s", decision).isPresent();
        return value.get();
    }

    public static List<RefusalCode> refused(Decision<?> decision) {
        return reasons(decision).stream().map(Refusal::code).toList();
    }

    public static List<Refusal> reasons(Decision<?> decision) {
        return decision.fold(value -> List.of(), reasons -> reasons);
    }
}
