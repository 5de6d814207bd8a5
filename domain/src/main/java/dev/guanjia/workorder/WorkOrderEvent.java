package dev.guanjia.workorder;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.Instant;
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
            require(order, from);
            Handling handling = order.handling().at(act.occurredAt());
            return order.with(
                    to,
                    switch (action) {
                        case ASSIGN, DISPATCH -> handling.assignedTo(assignee);
                        case RESOLVE, FINISH -> handling.ended(WorkOrderOutcome.HANDLED);
                        case REJECT -> handling.ended(WorkOrderOutcome.INVALID);
                        case CLOSE_ADMINISTRATIVELY ->
                                handling.ended(WorkOrderOutcome.ADMINISTRATIVE);
                        case CALL_BACK_SATISFIED -> handling.calledBack();
                        case CALL_BACK_UNSATISFIED -> handling.calledBack().reopened();
                        case VALIDATE, START, ACCEPT, ARRIVE, CLOSE -> handling;
                    });
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
            require(order, order.intake().kind().initial());
            Instant last = endedAt == null ? order.handling().lastEventAt() : endedAt;
            return order.with(to, new Handling(null, outcome, endedAt, 0, last));
        }
    }

    private static void require(WorkOrder order, WorkOrderState from) {
        if (order.state() != from) {
            throw new IllegalArgumentException(
                    "event begins at " + from + ", the order stands at " + order.state());
        }
    }
}
