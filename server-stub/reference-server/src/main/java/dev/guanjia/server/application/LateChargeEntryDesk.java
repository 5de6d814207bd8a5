package dev.guanjia.server.application;

import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.latecharge.LateCharge;
import dev.guanjia.billing.latecharge.LateChargeRules;
import dev.guanjia.billing.latecharge.LateCharged;
import dev.guanjia.billing.latecharge.LateRest;
import dev.guanjia.billing.latecharge.OpenHistory;
import dev.guanjia.reaction.ChargeEntered;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.BillingLocks;
import dev.guanjia.server.store.ChargeStore.ChargeRow;
import dev.guanjia.server.store.LateChargeStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Makes late charges into charges. */
@Service
public class LateChargeEntryDesk {

    private static final String COMMAND = "enter-late-charges";

    private final Clerk clerk;
    private final BusinessTime times;
    private final BillingLocks locks;
    private final LateChargeDesk preview;
    private final LateChargeStore late;
    private final ChargeLedger ledger;
    private final Postings postings;
    private final PrepaymentUsing prepayments;

    LateChargeEntryDesk(
            Clerk clerk,
            BusinessTime times,
            BillingLocks locks,
            LateChargeDesk preview,
            LateChargeStore late,
            ChargeLedger ledger,
            Postings postings,
            PrepaymentUsing prepayments) {
        this.clerk = clerk;
        this.times = times;
        this.locks = locks;
        this.preview = preview;
        this.late = late;
        this.ledger = ledger;
        this.postings = postings;
        this.prepayments = prepayments;
    }

    /**
     * Enters what being late has cost and was not entered yet; for charges that stand.
     *
     * @param caller who asks
     * @param unitId the unit
     * @param on the last day that counts
     * @param dueOn the last day on which the new charges are not late
     * @return the new charges, which bind
     */
    public List<ChargeRow> enter(Caller caller, String unitId, LocalDate on, LocalDate dueOn) {
        clerk.admit(caller, COMMAND, unitId);
        String tenant = caller.tenant();
        if (!locks.unit(tenant, unitId)) {
            throw Fault.notFound(unitId);
        }
        Given given = new Given();
        given.pastDay("/on", on, times);
        given.day("/due_on", dueOn);
        given.end();
        LateChargeRules rules = preview.rules(tenant, late.community(tenant, unitId).orElseThrow());
        Map<ChargeId, List<LateCharged>> entered = late.entered(tenant, unitId);
        List<Charge> charges = new ArrayList<>();
        for (OpenHistory history : late.due(tenant, unitId, on)) {
            LateCharge cost = LateCharge.of(history, rules, on);
            List<LateCharged> before = entered.getOrDefault(history.charge(), List.of());
            if (cost.lines().isEmpty() && before.isEmpty()) {
                continue;
            }
            charge(tenant, cost, before, dueOn).ifPresent(charges::add);
        }
        return entered(caller, unitId, charges);
    }

    private Optional<Charge> charge(
            String tenant, LateCharge cost, List<LateCharged> before, LocalDate dueOn) {
        ChargeRow row = ledger.charge(tenant, cost.charge().value());
        if (row.correction().reversal() != null) {
            return Optional.empty();
        }
        return Refused.unlessAccepted(LateRest.of(cost, before))
                .charge(
                        new ChargeId(Ids.next("ch")),
                        LateChargeDesk.ITEM,
                        ledger.bound(tenant, row).charge(),
                        dueOn);
    }

    private List<ChargeRow> entered(Caller caller, String unitId, List<Charge> charges) {
        LocalDate day = ledger.today();
        charges.forEach(charge -> late.enter(caller.tenant(), charge, day));
        if (!charges.isEmpty()) {
            postings.charges(caller, charges.stream().map(ChargeEntered::of).toList(), day);
            prepayments.bound(caller, unitId, day);
        }
        List<String> names = charges.stream().map(charge -> charge.id().value()).toList();
        clerk.done(caller, COMMAND, unitId, Map.of("charges", String.join(" ", names)));
        return names.stream().map(name -> ledger.charge(caller.tenant(), name)).toList();
    }
}
