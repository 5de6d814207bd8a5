package dev.guanjia.server.application;

import dev.guanjia.billing.run.BillRun;
import dev.guanjia.billing.run.BillRunState;
import dev.guanjia.server.store.BillRunStore;
import dev.guanjia.server.store.BillRunStore.BillRunRow;
import dev.guanjia.server.store.BillRunStore.RunKey;
import dev.guanjia.server.store.EnteringStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Enters a run, some charges at a time; how far it is, the run itself says. */
@Component
class BillRunEntering {

    /** Small enough that those who post for the same units hardly wait. */
    static final int CHARGES_AT_ONCE = 1_000;

    private final BillRunStore runs;
    private final EnteringStore store;
    private final Entering entering;
    private final BillRunEnd end;
    private final TransactionOperations transactions;

    BillRunEntering(
            BillRunStore runs,
            EnteringStore store,
            Entering entering,
            BillRunEnd end,
            TransactionOperations transactions) {
        this.runs = runs;
        this.store = store;
        this.entering = entering;
        this.end = end;
        this.transactions = transactions;
    }

    /**
     * Enters the next charges of a run: they bind, are posted and paid by what is kept, and the run
     * says so; or nothing. Two who do this at once wait for each other.
     */
    public void next(RunKey key) {
        next(key, CHARGES_AT_ONCE);
    }

    void next(RunKey key, int most) {
        transactions.executeWithoutResult(
                status ->
                        runs.lock(key.tenant(), key.id())
                                .filter(row -> row.run().state() == BillRunState.ENTERING)
                                .ifPresent(row -> next(key, row, most)));
    }

    private void next(RunKey key, BillRunRow row, int most) {
        BillRun before = row.run();
        int charges = entering.next(key, most);
        BillRun after = before.with(before.progress().plusEntered(charges));
        if (charges == 0 || after.progress().isEntered()) {
            after = end.of(key, after, store.find(key).by());
        }
        runs.update(key.tenant(), row.next(after, row.lastUnitSeq()));
    }
}
