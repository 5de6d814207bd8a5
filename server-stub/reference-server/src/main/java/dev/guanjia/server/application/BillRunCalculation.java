package dev.guanjia.server.application;

import dev.guanjia.billing.BillCalculation;
import dev.guanjia.billing.BillOutcome;
import dev.guanjia.billing.BillOutcome.Skipped;
import dev.guanjia.billing.BillOutcome.Unchanged;
import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.UnitFacts;
import dev.guanjia.billing.batch.AlikeBills;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.run.BillRun;
import dev.guanjia.billing.run.BillRunProgress;
import dev.guanjia.billing.run.BillRunState;
import dev.guanjia.server.application.BillingFacts.Chunk;
import dev.guanjia.server.ids.SortedIds;
import dev.guanjia.server.store.BillRunStore;
import dev.guanjia.server.store.BillRunStore.BillRunRow;
import dev.guanjia.server.store.BillRunStore.RunKey;
import dev.guanjia.server.store.BillingLocks;
import dev.guanjia.server.store.OutcomeStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Calculates a run, some units at a time; how far it is, the run itself says. */
@Component
class BillRunCalculation {

    /** Small enough that progress is seen, large enough that queries do not count. */
    static final int UNITS_AT_ONCE = 5_000;

    private final BillRunStore runs;
    private final BillingLocks locks;
    private final BillingFacts facts;
    private final OutcomeStore outcomes;
    private final TransactionOperations transactions;
    private final BillRunEnd end;

    BillRunCalculation(
            BillRunStore runs,
            BillingLocks locks,
            BillingFacts facts,
            OutcomeStore outcomes,
            TransactionOperations transactions,
            BillRunEnd end) {
        this.runs = runs;
        this.locks = locks;
        this.facts = facts;
        this.outcomes = outcomes;
        this.transactions = transactions;
        this.end = end;
    }

    /**
     * Calculates the next units of a run: all of their charges, skips and the progress, or nothing.
     * Two who do this at once, for one run or for two runs of one community, wait for each other.
     */
    public void next(RunKey key) {
        next(key, UNITS_AT_ONCE);
    }

    void next(RunKey key, int most) {
        transactions.executeWithoutResult(
                status ->
                        runs.lock(key.tenant(), key.id())
                                .filter(row -> row.run().state() == BillRunState.CALCULATING)
                                .ifPresent(row -> next(key, row, most)));
    }

    private void next(RunKey key, BillRunRow row, int most) {
        BillRun run = row.run();
        locks.community(key.tenant(), run.community().value());
        BillCalculation calculation = facts.calculation(key.tenant(), run);
        Chunk chunk = facts.chunk(key.tenant(), run, row.lastUnitSeq(), most);
        List<List<BillOutcome>> found = store(key, calculation, chunk.units());
        BillRun after = run.with(progress(run.progress(), chunk, found));
        if (!chunk.more()) {
            after = end.of(key, after, row.startedBy());
        }
        runs.update(key.tenant(), row.next(after, chunk.lastSeq()));
    }

    /** A fee that is skipped for every payer of the month is told once, with its first reason. */
    private static List<BillOutcome> told(AlikeBills bills, UnitFacts unit, SortedIds ids) {
        Set<FeeItemId> skipped = new HashSet<>();
        return bills.outcomes(unit, any -> new ChargeId(ids.next())).stream()
                .filter(
                        outcome ->
                                outcome.fold(
                                        any -> true,
                                        any -> true,
                                        skip -> skipped.add(skip.key().feeItem())))
                .toList();
    }

    /** Charges are stored while the next are calculated. */
    private List<List<BillOutcome>> store(
            RunKey key, BillCalculation calculation, List<UnitFacts> units) {
        List<List<BillOutcome>> found = new ArrayList<>();
        AlikeBills bills = new AlikeBills(calculation);
        SortedIds ids = new SortedIds("ch", units.size());
        Set<ChargeId> twice =
                outcomes.add(
                        key,
                        units.stream().map(unit -> unit.unit().id().value()).toList(),
                        charges -> {
                            for (UnitFacts unit : units) {
                                List<BillOutcome> told = told(bills, unit, ids);
                                found.add(told);
                                told.forEach(outcome -> charge(outcome).ifPresent(charges));
                            }
                        });
        outcomes.skip(key, skips(found));
        return twice.isEmpty() ? found : kept(found, twice);
    }

    private static Optional<Charge> charge(BillOutcome outcome) {
        return outcome.fold(
                charged -> Optional.of(charged.charge()),
                any -> Optional.empty(),
                any -> Optional.empty());
    }

    private static List<Skipped> skips(List<List<BillOutcome>> found) {
        List<Skipped> skips = new ArrayList<>();
        for (List<BillOutcome> unit : found) {
            for (BillOutcome outcome : unit) {
                outcome.<Boolean>fold(any -> false, any -> false, skips::add);
            }
        }
        return skips;
    }

    /** What was really done: a charge that was not added had been there before. */
    private static List<List<BillOutcome>> kept(
            List<List<BillOutcome>> found, Set<ChargeId> twice) {
        return found.stream()
                .map(unit -> unit.stream().map(outcome -> kept(outcome, twice)).toList())
                .toList();
    }

    private static BillOutcome kept(BillOutcome outcome, Set<ChargeId> twice) {
        return outcome.fold(
                charged ->
                        twice.contains(charged.charge().id())
                                ? new Unchanged(charged.key())
                                : charged,
                unchanged -> unchanged,
                skipped -> skipped);
    }

    /** Units that were added meanwhile are calculated, too, and counted when they are. */
    private static BillRunProgress progress(
            BillRunProgress before, Chunk chunk, List<List<BillOutcome>> kept) {
        int done = before.unitsDone() + chunk.units().size();
        BillRunProgress progress =
                before.of(chunk.more() ? Math.max(before.unitsTotal(), done) : done);
        for (List<BillOutcome> unit : kept) {
            progress = progress.plus(unit);
        }
        return progress;
    }
}
