package dev.guanjia.server.application;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.latecharge.LateCharge;
import dev.guanjia.billing.latecharge.LateChargeRules;
import dev.guanjia.billing.latecharge.OpenHistory;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.LateChargeRuleStore;
import dev.guanjia.server.store.LateChargeStore;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What being late costs, for any past day. */
@Service
public class LateChargeDesk {

    /** What late charges themselves are billed as. */
    public static final FeeItemId ITEM = new FeeItemId("LATE_CHARGE");

    private final BusinessTime times;
    private final LateChargeStore charges;
    private final LateChargeRuleStore rules;

    LateChargeDesk(BusinessTime times, LateChargeStore charges, LateChargeRuleStore rules) {
        this.times = times;
        this.charges = charges;
        this.rules = rules;
    }

    /**
     * A charge that was due, and what being late with it had cost.
     *
     * @param history what was open of it on each day
     * @param late what it had cost
     */
    public record Preview(OpenHistory history, LateCharge late) {}

    /**
     * Calculates the late charges of a unit.
     *
     * @param caller who asks
     * @param unitId the unit
     * @param on the last day that counts
     * @param request which page
     * @return the charges that were due before that day
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page<Preview> list(Caller caller, String unitId, LocalDate on, PageRequest request) {
        String community =
                charges.community(caller.tenant(), unitId)
                        .orElseThrow(() -> Fault.notFound(unitId));
        Given given = new Given();
        given.pastDay("on", on, times);
        given.end();
        LateChargeRules there = rules(caller.tenant(), community);
        return charges.due(caller.tenant(), unitId, on, request)
                .map(history -> new Preview(history, LateCharge.of(history, there, on)));
    }

    /** What holds in a community. */
    LateChargeRules rules(String tenant, String community) {
        LateChargeRules company = new LateChargeRules(ITEM, rules.of(tenant, null));
        return company.replacedBy(new LateChargeRules(ITEM, rules.of(tenant, community)));
    }
}
