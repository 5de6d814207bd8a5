package dev.guanjia.server.application;

import dev.guanjia.reaction.PaidSteps;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.PaidWorkStore;
import dev.guanjia.server.store.PaidWorkStore.PaidEvent;
import dev.guanjia.server.store.PaidWorkStore.PaidWorkRow;
import dev.guanjia.server.store.PaidWorkStore.Proof;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.Act;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.WorkOrderCommand;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.paid.PaidAction;
import dev.guanjia.workorder.paid.PaidWork;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps an order from taking a step that its paid work has not come to. */
@Component
public class PaidStepGuard {

    private final PaidWorkStore works;
    private final Clock clock;

    PaidStepGuard(PaidWorkStore works, Clock clock) {
        this.works = works;
        this.clock = clock;
    }

    /**
     * Lets a step pass, or refuses it.
     *
     * @param tenant the company
     * @param row the order before the step
     * @param command the step
     * @throws Refused 409 {@code paid-fact-missing}, or as {@link PaidWork#expire}
     */
    public void require(String tenant, WorkOrderRow row, WorkOrderCommand command) {
        WorkOrder order = row.order();
        WorkOrderAction action = command.action();
        if (PaidSteps.isPaid(order.intake().kind())) {
            if (action == WorkOrderAction.EXPIRE) {
                works.find(tenant, row.id()).ifPresent(work -> expire(tenant, work, command.act()));
            }
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

    /** A quote that nobody answered ends with the step; the work may be quoted again. */
    private void expire(String tenant, PaidWorkRow row, Act act) {
        PaidWorkRow after =
                row.next(
                        Refused.unlessAccepted(
                                row.work().expire(act.occurredAt()), PaidFields.EXPIRY));
        works.save(tenant, after);
        works.add(
                tenant,
                row.orderId(),
                new PaidEvent(
                        PaidAction.EXPIRE.name(),
                        row.work().quote().total(),
                        new Proof(null, null, act.note()),
                        act.actor(),
                        act.occurredAt(),
                        clock.instant()));
    }
}
