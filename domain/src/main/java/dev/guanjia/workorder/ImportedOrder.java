package dev.guanjia.workorder;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A work order of another system, with the due time and the outcome it had there. That due time is
 * a fact, even where it lies before the reception: such an order was late from the start.
 *
 * @param intake what was told to them; its reception carries their reference
 * @param dueAt the last instant in time, as given there; null when there was no limit
 * @param closure how it ended; {@code OPEN} when it has not
 * @param resolvedAt when it ended; null while open, and where they do not say of an order that was
 *     invalid or given up
 */
public record ImportedOrder(
        Intake intake,
        @Nullable Instant dueAt,
        WorkOrderOutcome closure,
        @Nullable Instant resolvedAt) {

    /** What was taken over can be found again where it came from. */
    public ImportedOrder {
        if (intake.reception().sourceReference() == null) {
            throw new IllegalArgumentException("imported order has no source reference");
        }
    }

    /**
     * When it is due: as given there, never computed from our service levels.
     *
     * @return given, or no limit
     */
    public Due due() {
        return dueAt == null ? new Due.Unlimited() : new Due.Given(dueAt);
    }

    /**
     * Takes it over: handled or invalid orders are closed, abandoned ones closed administratively,
     * open ones stand where a new order would and can be worked on.
     *
     * @return the one event, to be applied to the order as received; or refused with every reason:
     *     {@code CLOSURE_MISSING}, {@code RESOLUTION_MISSING}, {@code RESOLVED_BEFORE_RECEIVED}
     */
    public Decision<WorkOrderEvent> decide() {
        List<Refusal> reasons = reasons();
        return reasons.isEmpty()
                ? Decision.accept(new WorkOrderEvent.Imported(state(), closure, resolvedAt))
                : Decision.refuse(reasons);
    }

    /**
     * Takes it over as an order of ours.
     *
     * @param id which order it becomes
     * @return the order in its final state, or refused as {@link #decide}
     */
    public Decision<WorkOrder> takeOver(WorkOrderId id) {
        return decide().fold(
                        event -> Decision.accept(event.applyTo(received(id))), Decision::refuse);
    }

    private WorkOrder received(WorkOrderId id) {
        Handling none = Handling.none(intake.reception().receivedAt());
        return new WorkOrder(id, intake, due(), Lifecycle.of(intake.kind()).initial(), none);
    }

    private List<Refusal> reasons() {
        Instant receivedAt = intake.reception().receivedAt();
        List<Refusal> reasons = new ArrayList<>();
        if (resolvedAt != null && closure == WorkOrderOutcome.OPEN) {
            reasons.add(
                    WorkOrderRefusal.CLOSURE_MISSING.because("resolved", resolvedAt.toString()));
        }
        if (resolvedAt == null && closure == WorkOrderOutcome.HANDLED) {
            reasons.add(WorkOrderRefusal.RESOLUTION_MISSING.because("outcome", closure.name()));
        }
        if (resolvedAt != null && resolvedAt.isBefore(receivedAt)) {
            reasons.add(
                    WorkOrderRefusal.RESOLVED_BEFORE_RECEIVED.because(
                            "resolved", resolvedAt.toString(), "received", receivedAt.toString()));
        }
        return reasons;
    }

    private WorkOrderState state() {
        return switch (closure) {
            case OPEN -> Lifecycle.of(intake.kind()).initial();
            case HANDLED, INVALID -> WorkOrderState.CLOSED;
            case CANCELLED -> WorkOrderState.CANCELLED;
            case ADMINISTRATIVE -> WorkOrderState.CLOSED_ADMINISTRATIVELY;
        };
    }
}
