package dev.guanjia.server.application;

import dev.guanjia.billing.BillOutcome;
import dev.guanjia.billing.BillOutcome.Charged;
import dev.guanjia.billing.BillOutcome.Skipped;
import dev.guanjia.billing.BillOutcome.Unchanged;
import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.run.BillRunProgress;
import dev.guanjia.server.application.BillingFacts.Chunk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What a transaction of a run has found of its units. */
final class Found {

    private final BillRunProgress before;
    private final List<List<BillOutcome>> units = new ArrayList<>();
    private final List<Skipped> skips = new ArrayList<>();
    private Set<ChargeId> twice = Set.of();
    private long lastSeq;
    private boolean more;

    /** Nothing yet, in a run that is so far. */
    Found(BillRunProgress before) {
        this.before = before;
    }

    BillRunProgress before() {
        return before;
    }

    /** How many units are done with those that were found. */
    int done() {
        return before.unitsDone() + units.size();
    }

    /** Units of which the outcomes follow. */
    void add(Chunk chunk) {
        lastSeq = chunk.lastSeq();
        more = chunk.more();
    }

    /**
     * The outcomes of the next unit. A fee that is skipped for every payer of the month is told
     * once, with its first reason.
     */
    void add(List<BillOutcome> outcomes, Consumer<Charge> charges) {
        List<BillOutcome> told = new ArrayList<>(outcomes.size());
        Set<FeeItemId> skipped = new HashSet<>();
        for (BillOutcome outcome : outcomes) {
            if (outcome instanceof Charged charged) {
                charges.accept(charged.charge());
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

    List<Skipped> skips() {
        return skips;
    }

    /** Charges that were not added, since they had been there before. */
    void keep(Set<ChargeId> there) {
        twice = there;
    }

    /** The last unit, or where the run was if there is none. */
    long lastSeq() {
        return lastSeq;
    }

    /** Whether units may come after them. */
    boolean more() {
        return more;
    }

    /** Units that were added meanwhile are calculated, too, and counted when they are. */
    BillRunProgress progress() {
        int done = done();
        BillRunProgress progress = before.of(more ? Math.max(before.unitsTotal(), done) : done);
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
