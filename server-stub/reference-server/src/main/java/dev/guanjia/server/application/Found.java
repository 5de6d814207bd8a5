package dev.guanjia.server.application;

import dev.guanjia.billing.BillOutcome;
import dev.guanjia.billing.BillOutcome.Charged;
import dev.guanjia.billing.BillOutcome.Skipped;
import dev.guanjia.billing.BillOutcome.Unchanged;
import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.run.BillRunProgress;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is found of a span of units. */
final class Found {

    private final List<List<BillOutcome>> units = new ArrayList<>();
    private final List<Charge> charges = new ArrayList<>();
    private final List<Skipped> skips = new ArrayList<>();
    private Set<ChargeId> twice = Set.of();

    /**
     * The outcomes of the next unit. A fee that is skipped for every payer of the month is told
     * once, with its first reason.
     */
    void add(List<BillOutcome> outcomes) {
        List<BillOutcome> told = new ArrayList<>(outcomes.size());
        Set<FeeItemId> skipped = new HashSet<>();
        for (BillOutcome outcome : outcomes) {
            if (outcome instanceof Charged charged) {
                charges.add(charged.charge());
            } else if (outcome instanceof Skipped skip) {
                if (!skipped.add(skip.key().feeItem())) {
                    continue;
                }
                skips.add(skip);
            }
            told.add(outcome);
        }
        units.add(told);
    }

    List<Charge> charges() {
        return charges;
    }

    List<Skipped> skips() {
        return skips;
    }

    /** Charges that were not added, since they had been there before. */
    void keep(Set<ChargeId> there) {
        twice = there;
    }

    /** All of it, and nothing of the run but that. */
    BillRunProgress progress(Currency currency) {
        BillRunProgress progress = BillRunProgress.starting(units.size(), currency);
        for (List<BillOutcome> unit : units) {
            progress = progress.plus(kept(unit));
        }
        return progress;
    }

    private List<BillOutcome> kept(List<BillOutcome> unit) {
        return twice.isEmpty() ? unit : unit.stream().map(this::kept).toList();
    }

    private BillOutcome kept(BillOutcome outcome) {
        return outcome instanceof Charged charged && twice.contains(charged.charge().id())
                ? new Unchanged(charged.key())
                : outcome;
    }
}
