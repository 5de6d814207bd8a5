package dev.guanjia.server.application;

import dev.guanjia.organisation.Actor;
import dev.guanjia.server.application.OrderJobs.Look;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.WorkOrderEvent;
import dev.guanjia.workorder.dispatch.Job;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import org.springframework.stereotype.Component;

/** Work is reported done by somebody whose certificates are valid on that day (05 S10). */
@Component
class FinishedWork {

    private final OrderJobs jobs;
    private final StaffFitness fitness;

    FinishedWork(OrderJobs jobs, StaffFitness fitness) {
        this.jobs = jobs;
        this.fitness = fitness;
    }

    /** Lets a step pass, or refuses it with every certificate that is missing or has lapsed. */
    void require(String tenant, WorkOrderRow row, WorkOrderEvent.Moved event) {
        if (event.action() != WorkOrderAction.FINISH) {
            return;
        }
        Actor worker = event.act().actor();
        Look look = new Look(null, jobs.lastAsked(tenant, row.id()), event.act().occurredAt());
        Job job = jobs.work(tenant, row.order(), look).job();
        Refused.unlessAccepted(
                job.fits(
                        worker.staff(),
                        worker.post(),
                        fitness.of(tenant, worker.staff().value(), job.day())));
    }
}
