package dev.guanjia.workorder.request;

import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import dev.guanjia.workorder.lifecycle.WorkOrderState;

/**
 * A work order that a request became, as it stands.
 *
 * @param id which order
 * @param state where it stands
 * @param outcome what has come of it
 */
public record RequestOrder(WorkOrderId id, WorkOrderState state, WorkOrderOutcome outcome) {

    /**
     * Looks at an order.
     *
     * @param order the order
     * @return what its request has to know
     */
    public static RequestOrder of(WorkOrder order) {
        return new RequestOrder(order.id(), order.state(), order.handling().outcome());
    }
}
