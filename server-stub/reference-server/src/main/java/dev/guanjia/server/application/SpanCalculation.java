package dev.guanjia.server.application;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.UnitFacts;
import dev.guanjia.billing.batch.BatchCalculation;
import dev.guanjia.billing.batch.BilledTable;
import dev.guanjia.billing.batch.UnitTable;
import dev.guanjia.billing.run.BillRun;
import dev.guanjia.billing.run.BillRunProgress;
import dev.guanjia.server.ids.SortedIds;
import dev.guanjia.server.store.BillRunPartStore;
import dev.guanjia.server.store.BillRunPartStore.Part;
import dev.guanjia.server.store.BillRunStore.RunKey;
import dev.guanjia.server.store.OutcomeStore;
import dev.guanjia.server.store.WrittenTraces;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Calculates spans of a run's units, and stores what it finds with how much that is. */
@Component
class SpanCalculation {

    /** About as many charges as a unit gets. */
    private static final int FEES = 4;

    private final BillingFacts facts;
    private final OutcomeStore outcomes;
    private final BillRunPartStore parts;

    SpanCalculation(BillingFacts facts, OutcomeStore outcomes, BillRunPartStore parts) {
        this.facts = facts;
        this.outcomes = outcomes;
        this.parts = parts;
    }

    /**
     * Begins, in a transaction; not for use by several threads.
     *
     * @param key whose units
     * @param run as it stands, locked by who asks
     * @param rules kept for all spans, since it remembers what units have in common
     * @return stores a span that no other has
     */
    Consumer<UnitSpan> of(RunKey key, BillRun run, BatchCalculation rules) {
        parts.begin();
        WrittenTraces traces = new WrittenTraces();
        return span -> {
            Found found = found(key, run, rules, span);
            found.keep(outcomes.add(key, found.charges(), traces));
            outcomes.skip(key, found.skips());
            BillRunProgress sum = found.progress(run.progress().total().currency());
            parts.add(key, new Part(span.after(), span.last(), sum));
        };
    }

    private Found found(RunKey key, BillRun run, BatchCalculation rules, UnitSpan span) {
        List<UnitFacts> units = facts.units(key.tenant(), run, span);
        BilledTable bills = rules.bill(UnitTable.of(units, rules.rules()));
        SortedIds ids = ids(run.progress(), span);
        Found found = new Found();
        for (int row = 0; row < bills.rows(); row++) {
            found.add(bills.outcomes(row, any -> new ChargeId(ids.next())));
        }
        return found;
    }

    /** The charges of a run follow each other in the order of the alphabet, as units do. */
    private static SortedIds ids(BillRunProgress run, UnitSpan span) {
        int next = span.before() + Math.max(1, span.units());
        int all = Math.max(run.unitsTotal(), next);
        return new SortedIds("ch", FEES * (next - span.before()), span.before(), next, all);
    }
}
