package dev.guanjia.server.application;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.latecharge.Deferment;
import dev.guanjia.billing.latecharge.DeferralId;
import dev.guanjia.billing.latecharge.DeferralRequest;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.ChargeStore;
import dev.guanjia.server.store.ChargeStore.ChargeRow;
import dev.guanjia.server.store.DeferralStore;
import dev.guanjia.server.store.DeferralStore.DeferralRow;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** Requests to pay a charge later. */
@Service
public class DeferralDesk {

    private static final String COMMAND = "create-deferral";

    private final Clerk clerk;
    private final BusinessTime times;
    private final ChargeStore charges;
    private final DeferralStore deferrals;

    DeferralDesk(Clerk clerk, BusinessTime times, ChargeStore charges, DeferralStore deferrals) {
        this.clerk = clerk;
        this.times = times;
        this.charges = charges;
        this.deferrals = deferrals;
    }

    /**
     * Asks for a deferral.
     *
     * @param caller who asks
     * @param chargeId of which charge
     * @param reason why
     * @param statedOn the day
     * @return the deferral, to be confirmed by somebody else
     */
    public DeferralRow create(Caller caller, String chargeId, String reason, LocalDate statedOn) {
        clerk.admit(caller, COMMAND, chargeId);
        Optional<ChargeRow> charge = charges.find(caller.tenant(), chargeId);
        Given given = new Given();
        if (charge.isEmpty()) {
            given.unknown("/charge_id", chargeId);
        }
        given.day("/stated_on", statedOn);
        given.end();
        times.require(statedOn);
        DeferralRequest request =
                new DeferralRequest(
                        new DeferralId(Ids.next("hj")),
                        charge.orElseThrow().id(),
                        charge.orElseThrow().dueOn(),
                        reason,
                        clerk.actor(caller),
                        statedOn);
        Refused.unlessAccepted(request.of(charge.orElseThrow().standing().owed()));
        Refused.unlessAccepted(request.state());
        deferrals.add(caller.tenant(), request, clerk.now());
        String id = request.id().value();
        clerk.done(caller, COMMAND, id, Map.of("charge_id", chargeId));
        return get(caller, id);
    }

    /**
     * Reads a deferral.
     *
     * @param caller who asks
     * @param id the deferral id
     * @return the deferral
     */
    public DeferralRow get(Caller caller, String id) {
        return deferrals.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Lists deferrals, newest first.
     *
     * @param caller who asks
     * @param unitId those of a unit only
     * @param request which page
     * @return the page
     */
    public Page<DeferralRow> list(Caller caller, Optional<String> unitId, PageRequest request) {
        return deferrals.list(caller.tenant(), unitId, request);
    }

    /**
     * Reads up to when charges are deferred.
     *
     * @param caller who asks
     * @param ids which charges
     * @return the last promised day by charge; charges without one are left out
     */
    public Map<ChargeId, LocalDate> until(Caller caller, Collection<ChargeId> ids) {
        Map<ChargeId, LocalDate> until = new TreeMap<>();
        deferrals
                .granted(caller.tenant(), ids)
                .forEach((id, granted) -> until.put(id, last(granted)));
        return until;
    }

    private static LocalDate last(List<Deferment> granted) {
        return granted.get(granted.size() - 1).promised();
    }
}
