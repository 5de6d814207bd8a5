package dev.guanjia.workorder;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.workorder.lifecycle.ActionEffect;
import dev.guanjia.workorder.lifecycle.Severity;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Something that happened to a work order. Facts only; applying them in order gives the order. */
public sealed interface WorkOrderEvent {

    /**
     * Where the order stands afterwards.
     *
     * @return the state
     */
    WorkOrderState to();

    /**
     * Folds this fact into the order.
     *
     * @param order the order before
     * @return the order after
     * @throws IllegalArgumentException if the order does not stand where this fact begins
     */
    WorkOrder applyTo(WorkOrder order);

    /**
     * A step of the lifecycle.
     *
     * @param action what was done
     * @param from where the order stood
     * @param to where it stands
     * @param assignee who is to do the work from now on; null when the step does not say
     * @param act who, when and why
     */
    record Moved(
            WorkOrderAction action,
            WorkOrderState from,
            WorkOrderState to,
            @Nullable StaffId assignee,
            Act act)
            implements WorkOrderEvent {

        @Override
        public WorkOrder applyTo(WorkOrder order) {
            if (order.state() != from) {
                throw new IllegalArgumentException(
                        "event begins at " + from + ", the order stands at " + order.state());
            }
            Handling handling = order.handling().at(act.occurredAt());
            if (has(ActionEffect.ASSIGNS) || has(ActionEffect.TAKES)) {
                handling = handling.assignedTo(assignee);
            } else if (has(ActionEffect.RELEASES)) {
                handling = handling.assignedTo(null);
            }
            if (has(ActionEffect.CALLS_BACK)) {
                handling = handling.calledBack();
            }
            return order.with(to, action.outcome().map(handling::as).orElse(handling));
        }

        /**
         * Who has a hand in the work by this step: who is to do it, and who did.
         *
         * @return nobody, one or two
         */
        public Set<StaffId> workers() {
            Set<StaffId> workers = new TreeSet<>();
            if (assignee != null) {
                workers.add(assignee);
            }
            if (has(ActionEffect.WORKS)) {
                workers.add(act.actor().staff());
            }
            return workers;
        }

        /**
         * Whether the step did or asked for something.
         *
         * @param effect what
         * @return true if so
         */
        public boolean has(ActionEffect effect) {
            return action.has(effect);
        }
    }

    /**
     * Held for another severity than before, by whoever judged it. Source: 03 P-COMPLAINT rule 2.
     *
     * @param from what it was held for
     * @param severity what it is held for
     * @param to where it stands, as before
     * @param act who, when and why; the note is never missing
     */
    record Reclassed(Severity from, Severity severity, WorkOrderState to, Act act)
            implements WorkOrderEvent {

        @Override
        public WorkOrder applyTo(WorkOrder order) {
            if (order.state() != to || order.intake().triage().severity() != from) {
                throw new IllegalArgumentException(
                        "event is of a " + from + " order at " + to + ", this is another");
            }
            return order.heldFor(severity).with(to, order.handling().at(act.occurredAt()));
        }
    }

    /**
     * Taken over from another system, with what came of it there.
     *
     * @param to where it stands
     * @param outcome what came of it
     * @param endedAt when; null while open, or where the other system does not say
     */
    record Imported(WorkOrderState to, WorkOrderOutcome outcome, @Nullable Instant endedAt)
            implements WorkOrderEvent {

        @Override
        public WorkOrder applyTo(WorkOrder order) {
            if (!order.handling().equals(Handling.none(order.handling().lastEventAt()))) {
                throw new IllegalArgumentException("order has a life of its own: " + order.id());
            }
            Instant last = endedAt == null ? order.handling().lastEventAt() : endedAt;
            return order.with(to, new Handling(null, outcome, endedAt, 0, last));
        }
    }
}
