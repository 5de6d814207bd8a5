package dev.guanjia.server.application;

import dev.guanjia.billing.BillCalculation;
import dev.guanjia.billing.BillOutcome;
import dev.guanjia.billing.BillingRefusal;
import dev.guanjia.billing.BoundCharge;
import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeReversal;
import dev.guanjia.billing.run.BillRun;
import dev.guanjia.reaction.ChargeEntered;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.BillRunStore;
import dev.guanjia.server.store.BillRunStore.BillRunRow;
import dev.guanjia.server.store.ChargeStore.ChargeRow;
import dev.guanjia.server.store.LateChargeStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Corrects charges that bind: takes them back, and charges their days again. */
@Service
public class ChargeCorrectionDesk {

    private final Clerk clerk;
    private final ChargeLedger ledger;
    private final BillRunStore runs;
    private final BillingFacts facts;
    private final Postings postings;
    private final PrepaymentUsing prepayments;
    private final LateChargeStore late;

    ChargeCorrectionDesk(
            Clerk clerk,
            ChargeLedger ledger,
            BillRunStore runs,
            BillingFacts facts,
            Postings postings,
            PrepaymentUsing prepayments,
            LateChargeStore late) {
        this.clerk = clerk;
        this.ledger = ledger;
        this.runs = runs;
        this.facts = facts;
        this.postings = postings;
        this.prepayments = prepayments;
        this.late = late;
    }

    /**
     * Takes a charge back, and with it what was charged for being late with it.
     *
     * @param caller who asks
     * @param id which charge
     * @param reason why
     * @return the charge, reversed
     */
    public ChargeRow reverse(Caller caller, String id, String reason) {
        clerk.admit(caller, "reverse-charge", id);
        ChargeRow row = ledger.locked(caller.tenant(), id);
        Given given = new Given();
        given.text("/reason", reason);
        given.end();
        if (!row.standing().binding()) {
            throw Refused.because(List.of(BillingRefusal.CHARGE_NOT_BOUND.because("charge", id)));
        }
        takeBack(caller, row, reason);
        late.standing(caller.tenant(), row.id())
                .forEach(with -> takeBack(caller, ledger.charge(caller.tenant(), with), reason));
        return ledger.charge(caller.tenant(), id);
    }

    private void takeBack(Caller caller, ChargeRow row, String reason) {
        ChargeReversal reversal =
                Refused.unlessAccepted(
                        ledger.bound(caller.tenant(), row)
                                .reverse(reason, today(), clerk.actor(caller)));
        postings.takenBack(caller, ledger.reverse(caller.tenant(), row, reversal, clerk.now()));
        clerk.done(caller, "reverse-charge", row.id().value(), Map.of("reason", reason));
    }

    /**
     * Charges the days of a reversed charge again, with what is known now.
     *
     * @param caller who asks
     * @param id the reversed charge
     * @param dueOn the last day on which the new charges are not late
     * @return the new charges, which bind
     */
    public List<ChargeRow> replace(Caller caller, String id, LocalDate dueOn) {
        clerk.admit(caller, "replace-charge", id);
        ChargeRow row = ledger.lockedForCharging(caller.tenant(), id);
        Given given = new Given();
        given.day("/due_on", dueOn);
        given.end();
        BoundCharge bound = ledger.bound(caller.tenant(), row);
        Refused.unlessAccepted(bound.replace());
        List<Charge> charges = calculated(caller, row, bound, dueOn);
        LocalDate day = today();
        ledger.replace(caller.tenant(), charges, day);
        postings.charges(caller, charges.stream().map(ChargeEntered::of).toList(), day);
        prepayments.bound(caller, row.key().unit().value(), day);
        List<String> names = charges.stream().map(charge -> charge.id().value()).toList();
        clerk.done(caller, "replace-charge", id, Map.of("charges", String.join(" ", names)));
        return names.stream().map(name -> ledger.charge(caller.tenant(), name)).toList();
    }

    private List<Charge> calculated(
            Caller caller, ChargeRow row, BoundCharge bound, LocalDate dueOn) {
        BillRun run =
                Optional.ofNullable(row.runId())
                        .flatMap(runId -> runs.find(caller.tenant(), runId))
                        .map(BillRunRow::run)
                        .orElseThrow();
        BillCalculation then = facts.calculation(caller.tenant(), run);
        BillCalculation now =
                new BillCalculation(then.items(), then.tariffs(), then.period(), dueOn);
        List<BillOutcome> outcomes =
                Refused.unlessAccepted(
                        now.replace(
                                facts.unit(caller.tenant(), run, row.key()),
                                bound,
                                key -> new ChargeId(Ids.next("ch"))));
        List<Charge> charges = new ArrayList<>();
        for (BillOutcome outcome : outcomes) {
            outcome.<Boolean>fold(
                    charged -> charges.add(charged.charge()), same -> false, skipped -> false);
        }
        return charges;
    }

    private LocalDate today() {
        return ledger.today();
    }
}
