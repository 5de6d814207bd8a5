package dev.guanjia.server.application;

import dev.guanjia.billing.ChargeTrace;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.ChargeStore;
import dev.guanjia.server.store.ChargeStore.ChargeRow;
import dev.guanjia.server.store.ChargeStore.Filter;
import dev.guanjia.server.store.SkipStore;
import dev.guanjia.server.store.SkipStore.SkipRow;
import org.springframework.stereotype.Service;

/** What runs have charged, and what they have not. */
@Service
public class ChargeDesk {

    private final ChargeStore charges;
    private final SkipStore skips;
    private final BillRunDesk runs;

    ChargeDesk(ChargeStore charges, SkipStore skips, BillRunDesk runs) {
        this.charges = charges;
        this.skips = skips;
        this.runs = runs;
    }

    /**
     * A charge and how it came about.
     *
     * @param row the charge
     * @param trace how its amount was calculated
     */
    public record Explained(ChargeRow row, ChargeTrace trace) {}

    /**
     * Reads a charge.
     *
     * @param caller who asks
     * @param id the charge id
     * @return the charge with its trace
     */
    public Explained get(Caller caller, String id) {
        ChargeRow row = charges.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        return new Explained(row, charges.trace(caller.tenant(), id));
    }

    /**
     * Lists charges by due day, fee item and id.
     *
     * @param caller who asks
     * @param filter which of them
     * @param request which page
     * @return the page
     */
    public Page<ChargeRow> list(Caller caller, Filter filter, PageRequest request) {
        return charges.list(caller.tenant(), filter, request);
    }

    /**
     * Lists what a run skipped, by unit and fee item.
     *
     * @param caller who asks
     * @param runId the bill run
     * @param request which page
     * @return the page
     */
    public Page<SkipRow> skips(Caller caller, String runId, PageRequest request) {
        return skips.list(caller.tenant(), runs.get(caller, runId).id(), request);
    }
}
