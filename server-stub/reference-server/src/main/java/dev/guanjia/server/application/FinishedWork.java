package dev.guanjia.server.application;

import dev.guanjia.organisation.Actor;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.WorkOrderCommand;
import dev.guanjia.workorder.dispatch.Job;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import org.springframework.stereotype.Component;

/** Work is reported done by somebody whose certificates are valid on that day (05 S10). */
@Component
class FinishedWork {

    private final DispatchReader dispatches;
    private final StaffFitness fitness;

    FinishedWork(DispatchReader dispatches, StaffFitness fitness) {
        this.dispatches = dispatches;
        this.fitness = fitness;
    }

    /** Lets a step pass, or refuses it with every certificate that is missing or has lapsed. */
    void require(String tenant, WorkOrderRow row, WorkOrderCommand command) {
        if (command.action() != WorkOrderAction.FINISH) {
            return;
        }
        Actor worker = command.act().actor();
        Job job = dispatches.job(tenant, row, command.act().occurredAt());
        Refused.unlessAccepted(
                job.fits(
                        worker.staff(),
                        worker.post(),
                        fitness.of(tenant, worker.staff().value(), job.day())));
    }
}
