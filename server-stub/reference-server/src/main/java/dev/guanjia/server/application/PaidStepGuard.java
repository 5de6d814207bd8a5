package dev.guanjia.server.application;

import dev.guanjia.reaction.PaidSteps;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.PaidWorkStore;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps an order from taking a step that its paid work has not come to. */
@Component
public class PaidStepGuard {

    private final PaidWorkStore works;

    PaidStepGuard(PaidWorkStore works) {
        this.works = works;
    }

    /**
     * Lets a step pass, or refuses it.
     *
     * @param tenant the company
     * @param row the order before the step
     * @param action the step
     * @throws Refused 409 {@code paid-fact-missing}
     */
    public void require(String tenant, WorkOrderRow row, WorkOrderAction action) {
        WorkOrder order = row.order();
        if (PaidSteps.isPaid(order.intake().kind())) {
            PaidSteps.missing(
                            order.intake().kind(),
                            order.state(),
                            action,
                            works.state(tenant, row.id()).orElse(null))
                    .ifPresent(
                            reason -> {
                                throw Refused.because(List.of(reason));
                            });
        }
    }
}
