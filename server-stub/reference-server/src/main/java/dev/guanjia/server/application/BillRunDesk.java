package dev.guanjia.server.application;

import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.run.BillRun;
import dev.guanjia.billing.run.BillRunId;
import dev.guanjia.billing.run.BillRunProgress;
import dev.guanjia.billing.run.BillRunState;
import dev.guanjia.property.CommunityId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.BillRunStore;
import dev.guanjia.server.store.BillRunStore.BillRunRow;
import dev.guanjia.server.store.CommunityStore;
import dev.guanjia.server.store.UnitFactStore;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The monthly runs: begins them, and tells how far they are. */
@Service
public class BillRunDesk {

    private final Clerk clerk;
    private final CommunityStore communities;
    private final UnitFactStore units;
    private final BillRunStore runs;
    private final BillRunWorker worker;

    BillRunDesk(
            Clerk clerk,
            CommunityStore communities,
            UnitFactStore units,
            BillRunStore runs,
            BillRunWorker worker) {
        this.clerk = clerk;
        this.communities = communities;
        this.units = units;
        this.runs = runs;
        this.worker = worker;
    }

    /**
     * What is to be calculated.
     *
     * @param communityId for whose units
     * @param period for which month
     * @param dueOn the last day on which the charges are not late
     */
    public record Order(String communityId, ServicePeriod period, LocalDate dueOn) {}

    /**
     * Begins a run, which goes on by itself once this command is committed.
     *
     * @param caller who asks
     * @param order what is to be calculated
     * @return the run, nothing calculated yet
     */
    public BillRunRow create(Caller caller, Order order) {
        clerk.admit(caller, "create-bill-run", order.communityId());
        check(caller, order);
        int total = units.remaining(caller.tenant(), order.communityId(), 0);
        BillRun run =
                new BillRun(
                        new BillRunId(Ids.next("br")),
                        new CommunityId(order.communityId()),
                        order.period(),
                        order.dueOn(),
                        BillRunState.CALCULATING,
                        BillRunProgress.starting(total, BookMoney.CURRENCY));
        runs.add(caller.tenant(), run, clerk.actor(caller), clerk.now());
        clerk.done(
                caller,
                "create-bill-run",
                run.id().value(),
                Map.of(
                        "community_id", order.communityId(),
                        "period", order.period().toString()));
        worker.wakeAfterCommit();
        return get(caller, run.id().value());
    }

    /**
     * Reads a run.
     *
     * @param caller who asks
     * @param id the bill run id
     * @return the run
     */
    public BillRunRow get(Caller caller, String id) {
        return runs.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Lists runs, newest first.
     *
     * @param caller who asks
     * @param request which page
     * @return the page
     */
    public Page<BillRunRow> list(Caller caller, PageRequest request) {
        return runs.list(caller.tenant(), request);
    }

    private void check(Caller caller, Order order) {
        Given given = new Given();
        if (communities.find(caller.tenant(), order.communityId()).isEmpty()) {
            given.unknown("/community_id", order.communityId());
        }
        given.day("/period", order.period().start());
        given.day("/due_on", order.dueOn());
        given.end();
    }
}
