package dev.guanjia.server.application;

import dev.guanjia.billing.BillCalculation;
import dev.guanjia.billing.batch.BatchCalculation;
import dev.guanjia.billing.run.BillRun;
import dev.guanjia.billing.run.BillRunState;
import dev.guanjia.server.store.BillRunPartStore;
import dev.guanjia.server.store.BillRunPartStore.Part;
import dev.guanjia.server.store.BillRunStore;
import dev.guanjia.server.store.BillRunStore.BillRunRow;
import dev.guanjia.server.store.BillRunStore.RunKey;
import dev.guanjia.server.store.BillingLocks;
import dev.guanjia.server.store.UnitStore;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Calculates a run, some units at a time; how far it is, the run itself says. Spans of the units
 * are calculated and stored at the same time while the run and its community are locked, and what
 * they came to is added up in the end. When something fails in between, those that are stored stay
 * and only the others are calculated again.
 */
@Component
class BillRunCalculation {

    /** Small enough that progress is seen, large enough that nobody waits long for the last. */
    private static final int UNITS_AT_ONCE = 20_000;

    /** Units that are read, calculated and stored together. */
    private static final int SPAN = 2_000;

    /** The database calculates nothing: more would take the connections of those who wait. */
    private static final int MOST_THREADS = 4;

    private static final int THREADS =
            Math.max(2, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));

    private final BillRunStore runs;
    private final BillRunPartStore parts;
    private final UnitStore units;
    private final BillingLocks locks;
    private final BillingFacts facts;
    private final SpanCalculation spans;
    private final BillRunEnd end;
    private final TransactionOperations transaction;
    private final TransactionOperations ofThreads;

    BillRunCalculation(
            BillRunStore runs,
            BillRunPartStore parts,
            UnitStore units,
            BillingLocks locks,
            BillingFacts facts,
            SpanCalculation spans,
            BillRunEnd end,
            PlatformTransactionManager transactions) {
        this.runs = runs;
        this.parts = parts;
        this.units = units;
        this.locks = locks;
        this.facts = facts;
        this.spans = spans;
        this.end = end;
        this.transaction = new TransactionTemplate(transactions);
        this.ofThreads = atOneInstant(transactions);
    }

    /** What a thread reads of a unit belongs together. */
    private static TransactionOperations atOneInstant(PlatformTransactionManager transactions) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return template;
    }

    /**
     * Calculates the next units of a run. Two who do this at once, for one run or for two runs of
     * one community, wait for each other.
     */
    public void next(RunKey key) {
        next(key, UNITS_AT_ONCE, SPAN);
    }

    void next(RunKey key, int most, int atOnce) {
        try (SpanThreads threads = new SpanThreads(ofThreads, THREADS)) {
            transaction.executeWithoutResult(
                    status ->
                            runs.lock(key.tenant(), key.id())
                                    .filter(row -> row.run().state() == BillRunState.CALCULATING)
                                    .ifPresent(
                                            row ->
                                                    next(
                                                            new Step(key, row, most),
                                                            atOnce,
                                                            threads)));
        }
    }

    /**
     * Some units of a run.
     *
     * @param key of which run
     * @param row how it stands
     * @param most how many units
     */
    private record Step(RunKey key, BillRunRow row, int most) {

        private BillRun run() {
            return row.run();
        }

        private UnitSpan start() {
            return UnitSpan.startingAfter(row.lastUnitSeq(), run().progress().unitsDone());
        }
    }

    private void next(Step step, int atOnce, SpanThreads threads) {
        String tenant = step.key().tenant();
        String community = step.run().community().value();
        locks.community(tenant, community);
        List<Long> places = units.places(tenant, community, step.row().lastUnitSeq(), step.most());
        List<UnitSpan> open =
                UnitSpan.of(places, parts.of(step.key(), step.run()), step.start(), atOnce);
        if (!open.isEmpty()) {
            BillCalculation rules = facts.calculation(tenant, step.run());
            threads.calculate(
                    open, () -> spans.of(step.key(), step.run(), new BatchCalculation(rules)));
        }
        add(step, places);
    }

    /** What was stored of the units up to the last, by us or by who was cut off before us. */
    private void add(Step step, List<Long> places) {
        BillRun run = step.run();
        long last = step.row().lastUnitSeq();
        for (Part part : parts.of(step.key(), run)) {
            if (!places.isEmpty() && part.after() < places.get(places.size() - 1)) {
                run = run.with(run.progress().plus(part.found()));
                last = part.last();
            }
        }
        parts.forget(step.key(), last);
        if (places.size() == step.most()) {
            runs.commitLazily();
        } else {
            run = run.with(run.progress().of(run.progress().unitsDone()));
            run = end.of(step.key(), run, step.row().startedBy());
        }
        runs.update(step.key().tenant(), step.row().next(run, last));
    }
}
