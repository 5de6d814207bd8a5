package dev.guanjia.server.application;

import dev.guanjia.plan.PlanKind;
import dev.guanjia.plan.PlanState;
import dev.guanjia.plan.PlanSummary;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.PlanStore;
import dev.guanjia.server.store.PlanStore.Filter;
import dev.guanjia.server.store.PlanStore.PlanRow;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Shows plans and what became of them. */
@Service
public class PlanReader {

    private final PlanStore store;
    private final Snapshot snapshot;

    PlanReader(PlanStore store, Snapshot snapshot) {
        this.store = store;
        this.snapshot = snapshot;
    }

    /**
     * A plan summed up.
     *
     * @param summary item by item
     * @param dutiesFrom since when its items are duties
     */
    public record Summed(PlanSummary summary, Optional<LocalDate> dutiesFrom) {}

    /**
     * Reads a plan.
     *
     * @param caller who asks
     * @param id which
     * @return the plan
     */
    public PlanRow get(Caller caller, String id) {
        return snapshot.read(
                () -> store.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id)));
    }

    /**
     * Lists plans by period, department and id.
     *
     * @param caller who asks
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<PlanRow> list(Caller caller, Filter filter, PageRequest request) {
        return snapshot.read(
                () -> {
                    Given given = new Given();
                    String kind = filter.kind();
                    if (kind != null) {
                        given.known("kind", kind, PlanKind.class);
                    }
                    String state = filter.state();
                    if (state != null) {
                        given.known("state", state, PlanState.class);
                    }
                    given.end();
                    return store.list(caller.tenant(), filter, request);
                });
    }

    /**
     * Sums a plan up, planned against actual.
     *
     * @param caller who asks
     * @param id which
     * @return the summary
     * @throws Refused 409 before it is summed up
     */
    public Summed summary(Caller caller, String id) {
        return snapshot.read(
                () -> {
                    PlanRow row = get(caller, id);
                    return new Summed(
                            Refused.unlessAccepted(PlanSummary.of(row.plan())), row.dutiesFrom());
                });
    }
}
