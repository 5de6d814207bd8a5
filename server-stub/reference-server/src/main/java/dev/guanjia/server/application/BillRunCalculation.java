package dev.guanjia.server.application;

import dev.guanjia.billing.BillCalculation;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.UnitFacts;
import dev.guanjia.billing.batch.AlikeBills;
import dev.guanjia.billing.run.BillRun;
import dev.guanjia.billing.run.BillRunProgress;
import dev.guanjia.billing.run.BillRunState;
import dev.guanjia.server.application.BillingFacts.Chunk;
import dev.guanjia.server.application.UnitsAhead.Wanted;
import dev.guanjia.server.ids.SortedIds;
import dev.guanjia.server.store.BillRunStore;
import dev.guanjia.server.store.BillRunStore.BillRunRow;
import dev.guanjia.server.store.BillRunStore.RunKey;
import dev.guanjia.server.store.BillingLocks;
import dev.guanjia.server.store.OutcomeStore;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Calculates a run, some units at a time; how far it is, the run itself says. */
@Component
class BillRunCalculation {

    /**
     * Small enough that progress is seen, large enough that what is done for each does not count.
     */
    private static final int UNITS_AT_ONCE = 10_000;

    /** Units that are read while others are stored. */
    private static final int READ_AT_ONCE = 1_000;

    /** About as many charges as a unit gets. */
    private static final int FEES = 4;

    private final BillRunStore runs;
    private final BillingLocks locks;
    private final BillingFacts facts;
    private final Snapshot snapshot;
    private final OutcomeStore outcomes;
    private final TransactionOperations transactions;
    private final BillRunEnd end;

    BillRunCalculation(
            BillRunStore runs,
            BillingLocks locks,
            BillingFacts facts,
            Snapshot snapshot,
            OutcomeStore outcomes,
            TransactionOperations transactions,
            BillRunEnd end) {
        this.runs = runs;
        this.locks = locks;
        this.facts = facts;
        this.snapshot = snapshot;
        this.outcomes = outcomes;
        this.transactions = transactions;
        this.end = end;
    }

    /**
     * Calculates the next units of a run: all of their charges, skips and the progress, or nothing.
     * Two who do this at once, for one run or for two runs of one community, wait for each other.
     */
    public void next(RunKey key) {
        next(key, UNITS_AT_ONCE, READ_AT_ONCE);
    }

    void next(RunKey key, int most, int atOnce) {
        try (UnitsAhead ahead = new UnitsAhead(snapshot, facts)) {
            transactions.executeWithoutResult(
                    status ->
                            runs.lock(key.tenant(), key.id())
                                    .filter(row -> row.run().state() == BillRunState.CALCULATING)
                                    .ifPresent(
                                            row ->
                                                    next(
                                                            key,
                                                            row,
                                                            wanted(key, row, most, atOnce),
                                                            ahead)));
        }
    }

    private static Wanted wanted(RunKey key, BillRunRow row, int most, int atOnce) {
        return new Wanted(key.tenant(), row.run(), row.lastUnitSeq(), most, atOnce);
    }

    private void next(RunKey key, BillRunRow row, Wanted units, UnitsAhead ahead) {
        BillRun run = row.run();
        locks.community(key.tenant(), run.community().value());
        ahead.want(units);
        BillCalculation calculation = facts.calculation(key.tenant(), run);
        Found found = store(key, run.progress(), calculation, ahead);
        BillRun after = run.with(found.progress());
        if (found.more()) {
            runs.commitLazily();
        } else {
            after = end.of(key, after, row.startedBy());
        }
        runs.update(key.tenant(), row.next(after, found.lastSeq()));
    }

    /** Charges are stored while the next are calculated, and the next units are read. */
    private Found store(
            RunKey key, BillRunProgress before, BillCalculation calculation, UnitsAhead ahead) {
        Found found = new Found(before);
        AlikeBills bills = new AlikeBills(calculation);
        Set<ChargeId> twice =
                outcomes.add(
                        key,
                        charges ->
                                ahead.each(
                                        chunk -> {
                                            SortedIds ids = ids(found, chunk);
                                            found.add(chunk);
                                            for (UnitFacts unit : chunk.units()) {
                                                found.add(
                                                        bills.outcomes(
                                                                unit,
                                                                any -> new ChargeId(ids.next())),
                                                        charges);
                                            }
                                        }));
        outcomes.skip(key, found.skips());
        found.keep(twice);
        return found;
    }

    /** The charges of a run follow each other in the order of the alphabet, as units do. */
    private static SortedIds ids(Found found, Chunk chunk) {
        int done = found.done();
        int next = done + Math.max(1, chunk.units().size());
        int all = Math.max(found.before().unitsTotal(), next);
        return new SortedIds("ch", FEES * (next - done), done, next, all);
    }
}
