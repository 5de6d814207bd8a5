package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.staff.Fitness;
import dev.guanjia.server.application.Crews.Crew;
import dev.guanjia.server.application.OrderJobs.Look;
import dev.guanjia.server.application.OrderJobs.Work;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.DispatchProfileStore;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.WorkOrderEvent;
import dev.guanjia.workorder.dispatch.Job;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Looks at who is given work by a step: nobody is who may not do it. */
@Component
class SentWorkers {

    private final OrderJobs jobs;
    private final Crews crews;
    private final DispatchProfileStore profiles;
    private final StaffFitness fitness;
    private final CompanyRules rules;

    SentWorkers(
            OrderJobs jobs,
            Crews crews,
            DispatchProfileStore profiles,
            StaffFitness fitness,
            CompanyRules rules) {
        this.jobs = jobs;
        this.crews = crews;
        this.profiles = profiles;
        this.fitness = fitness;
        this.rules = rules;
    }

    /**
     * Whoever is kept ready for dispatch must be on duty, near and free; of whom nothing is kept
     * must hold a post that does such work, and have its certificates and those that the order asks
     * for. What is answered at once is no work that somebody is sent to.
     */
    void require(String tenant, WorkOrderRow row, WorkOrderEvent.Moved event) {
        StaffId worker = event.assignee();
        if (worker == null || !event.to().outcomes().contains(WorkOrderOutcome.OPEN)) {
            return;
        }
        Instant at = event.act().occurredAt();
        Look look = new Look(event.action(), jobs.lastAsked(tenant, row.id()), at);
        Work work = jobs.work(tenant, row.order(), look);
        if (profiles.isKept(tenant, worker.value(), work.job().day())) {
            Crew alone = crews.at(tenant, at).only(worker.value());
            Refused.unlessAccepted(alone.propose(work).check(worker));
        } else {
            requireFit(tenant, worker, work.job());
        }
    }

    private void requireFit(String tenant, StaffId worker, Job job) {
        List<PostKey> posts = rules.assignments(tenant).posts(worker, job.day());
        if (posts.isEmpty()) {
            throw ServiceRefusal.ASSIGNEE_WITHOUT_POST.with(
                    Map.of("assignee", worker.value(), "day", job.day().toString()));
        }
        Fitness known = fitness.of(tenant, worker.value(), job.day());
        List<Refusal> against = new ArrayList<>();
        for (PostKey post : posts) {
            List<Refusal> lacking =
                    job.fits(worker, post, known).fold(fit -> List.of(), all -> all);
            if (lacking.isEmpty()) {
                return;
            }
            against.addAll(lacking);
        }
        throw Refused.because(against.stream().distinct().toList());
    }
}
