package dev.guanjia.server.application;

import dev.guanjia.billing.BillCalculation;
import dev.guanjia.billing.BillOutcome;
import dev.guanjia.billing.BillOutcome.Skipped;
import dev.guanjia.billing.BillOutcome.Unchanged;
import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.run.BillRun;
import dev.guanjia.billing.run.BillRunAction;
import dev.guanjia.billing.run.BillRunEvent;
import dev.guanjia.billing.run.BillRunProgress;
import dev.guanjia.billing.run.BillRunState;
import dev.guanjia.server.application.BillingFacts.Chunk;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.BillRunStore;
import dev.guanjia.server.store.BillRunStore.BillRunRow;
import dev.guanjia.server.store.BillRunStore.RunKey;
import dev.guanjia.server.store.BillingLocks;
import dev.guanjia.server.store.OutcomeStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Calculates a run, some units at a time; how far it is, the run itself says. */
@Component
class BillRunCalculation {

    /** Small enough to be done within a breath, large enough that queries do not dominate. */
    static final int UNITS_AT_ONCE = 100;

    private final BillRunStore runs;
    private final BillingLocks locks;
    private final BillingFacts facts;
    private final OutcomeStore outcomes;
    private final TransactionOperations transactions;
    private final Clock clock;

    BillRunCalculation(
            BillRunStore runs,
            BillingLocks locks,
            BillingFacts facts,
            OutcomeStore outcomes,
            TransactionOperations transactions,
            Clock clock) {
        this.runs = runs;
        this.locks = locks;
        this.facts = facts;
        this.outcomes = outcomes;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Calculates the next units of a run: all of their charges, skips and the progress, or nothing.
     * Two who do this at once, for one run or for two runs of one community, wait for each other.
     */
    public void next(RunKey key) {
        transactions.executeWithoutResult(
                status ->
                        runs.lock(key.tenant(), key.id())
                                .filter(row -> row.run().state() == BillRunState.CALCULATING)
                                .ifPresent(row -> next(key, row)));
    }

    private void next(RunKey key, BillRunRow row) {
        BillRun run = row.run();
        locks.community(key.tenant(), run.community().value());
        BillCalculation calculation = facts.calculation(key.tenant(), run);
        Chunk chunk = facts.chunk(key.tenant(), run, row.lastUnitSeq(), UNITS_AT_ONCE);
        List<List<BillOutcome>> found =
                chunk.units().stream()
                        .map(unit -> told(calculation.outcomes(unit, any -> newChargeId())))
                        .toList();
        Set<ChargeId> added = store(key, found);
        BillRun after = with(run, progress(run.progress(), chunk, kept(found, added)));
        if (chunk.remaining() == 0) {
            after = finish(key, after, row);
        }
        runs.update(key.tenant(), row.next(after, chunk.lastSeq()));
    }

    /** A fee that is skipped for every payer of the month is told once, with its first reason. */
    private static List<BillOutcome> told(List<BillOutcome> outcomes) {
        Set<FeeItemId> skipped = new HashSet<>();
        return outcomes.stream()
                .filter(
                        outcome ->
                                outcome.fold(
                                        any -> true,
                                        any -> true,
                                        skip -> skipped.add(skip.key().feeItem())))
                .toList();
    }

    private static ChargeId newChargeId() {
        return new ChargeId(Ids.next("ch"));
    }

    private Set<ChargeId> store(RunKey key, List<List<BillOutcome>> found) {
        List<Charge> charges = new ArrayList<>();
        List<Skipped> skips = new ArrayList<>();
        for (List<BillOutcome> unit : found) {
            for (BillOutcome outcome : unit) {
                outcome.<Boolean>fold(
                        charged -> charges.add(charged.charge()), any -> false, skips::add);
            }
        }
        outcomes.skip(key, skips);
        return outcomes.add(key, charges).stream().map(Charge::id).collect(Collectors.toSet());
    }

    /** What was really done: a charge that was not added had been there before. */
    private static List<List<BillOutcome>> kept(
            List<List<BillOutcome>> found, Set<ChargeId> added) {
        return found.stream()
                .map(unit -> unit.stream().map(outcome -> kept(outcome, added)).toList())
                .toList();
    }

    private static BillOutcome kept(BillOutcome outcome, Set<ChargeId> added) {
        return outcome.fold(
                charged ->
                        added.contains(charged.charge().id())
                                ? charged
                                : new Unchanged(charged.key()),
                unchanged -> unchanged,
                skipped -> skipped);
    }

    /** Counts the units anew each time: one that was added meanwhile is calculated, too. */
    private static BillRunProgress progress(
            BillRunProgress before, Chunk chunk, List<List<BillOutcome>> kept) {
        BillRunProgress progress =
                new BillRunProgress(
                        before.unitsDone() + chunk.units().size() + chunk.remaining(),
                        before.unitsDone(),
                        before.charged(),
                        before.unchanged(),
                        before.skipped(),
                        before.total());
        for (List<BillOutcome> unit : kept) {
            progress = progress.plus(unit);
        }
        return progress;
    }

    private static BillRun with(BillRun run, BillRunProgress progress) {
        return new BillRun(
                run.id(), run.community(), run.period(), run.dueOn(), run.state(), progress);
    }

    private BillRun finish(RunKey key, BillRun run, BillRunRow row) {
        Instant now = clock.instant();
        BillRunEvent event =
                Refused.unlessAccepted(run.transition(BillRunAction.FINISH, row.startedBy(), now));
        runs.add(key.tenant(), event, now);
        return event.applyTo(run);
    }
}
