package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.staff.Fitness;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.DispatchProfileStore;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.WorkOrderCommand;
import dev.guanjia.workorder.dispatch.Job;
import dev.guanjia.workorder.lifecycle.ActionEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at who is given work by a step: nobody is who may not do it. */
@Component
class SentWorkers {

    private final DispatchReader dispatches;
    private final DispatchProfileStore profiles;
    private final StaffFitness fitness;
    private final CompanyRules rules;

    SentWorkers(
            DispatchReader dispatches,
            DispatchProfileStore profiles,
            StaffFitness fitness,
            CompanyRules rules) {
        this.dispatches = dispatches;
        this.profiles = profiles;
        this.fitness = fitness;
        this.rules = rules;
    }

    /**
     * Whoever is kept ready for dispatch must be on duty, near and free; of whom nothing is kept
     * must have the certificates of a post that they hold, and those that the order asks for.
     */
    void require(String tenant, WorkOrderRow row, WorkOrderCommand command) {
        StaffId worker = worker(command);
        if (worker == null) {
            return;
        }
        Job job = dispatches.job(tenant, row, command.act().occurredAt());
        if (profiles.isKept(tenant, worker.value(), job.day())) {
            Refused.unlessAccepted(dispatches.propose(tenant, row.order(), job).check(worker));
        } else {
            requireFit(tenant, worker, job);
        }
    }

    private static @Nullable StaffId worker(WorkOrderCommand command) {
        return command.action().has(ActionEffect.TAKES)
                ? command.act().actor().staff()
                : command.assignee();
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
