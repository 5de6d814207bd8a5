package dev.guanjia.server.application;

import dev.guanjia.billing.run.BillRunState;
import dev.guanjia.decision.Refusal;
import dev.guanjia.server.audit.AuditReason;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.BillRunStore.RunKey;
import dev.guanjia.server.store.BillRunWorkStore;
import dev.guanjia.server.store.BillRunWorkStore.Failure;
import dev.guanjia.server.store.BillRunWorkStore.Unfinished;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Has bill runs calculated and entered in the background, one after the other, from the start of
 * the server to its end. It keeps nothing in memory: what is unfinished stands in the database, so
 * a run that was cut off goes on at the next start, or on another server.
 */
@Component
class BillRunWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BillRunWorker.class);

    /** Another server may have died: look now and then, even if nobody wakes us. */
    private static final long PAUSE_MILLIS = 500;

    private static final long LAST_WORDS_MILLIS = 10_000;

    /** Stands for looking for work at all, which can fail, too. */
    private static final RunKey LOOKING = new RunKey("", "");

    private final BillRunCalculation calculation;
    private final BillRunEntering entering;
    private final BillRunWorkStore runs;
    private final Clock clock;
    private final Retries<RunKey> retries;
    private volatile boolean running;
    private boolean woken;
    private @Nullable Thread thread;

    BillRunWorker(
            BillRunCalculation calculation,
            BillRunEntering entering,
            BillRunWorkStore runs,
            Clock clock) {
        this.calculation = calculation;
        this.entering = entering;
        this.runs = runs;
        this.clock = clock;
        this.retries = new Retries<>(clock);
    }

    /** Says that there is a run to go on with, once this transaction is committed. */
    void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        wake();
                    }
                });
    }

    private synchronized void wake() {
        woken = true;
        notifyAll();
    }

    @Override
    public synchronized void start() {
        running = true;
        Thread fresh = new Thread(this::work, "bill-runs");
        fresh.setDaemon(true);
        fresh.start();
        thread = fresh;
    }

    /** Returns when the units that are being calculated are stored. */
    @Override
    public void stop() {
        running = false;
        wake();
        Thread last = thread;
        if (last == null) {
            return;
        }
        try {
            last.join(LAST_WORDS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            boolean moved = false;
            for (Unfinished run : unfinished()) {
                moved |= running && retries.isDue(run.key()) && attempt(run);
            }
            if (!moved) {
                pause();
            }
        }
    }

    private List<Unfinished> unfinished() {
        if (!retries.isDue(LOOKING)) {
            return List.of();
        }
        try {
            List<Unfinished> found = runs.unfinished();
            retries.succeeded(LOOKING);
            return found;
        } catch (RuntimeException e) {
            if (retries.failed(LOOKING)) {
                LOG.warn("cannot look for bill runs, will try again", e);
            }
            return List.of();
        }
    }

    private boolean attempt(Unfinished run) {
        RunKey key = run.key();
        try {
            if (run.state() == BillRunState.ENTERING) {
                entering.next(key);
            } else {
                calculation.next(key);
            }
            retries.succeeded(key);
            return true;
        } catch (RuntimeException e) {
            if (retries.failed(key)) {
                LOG.error("bill run {} failed, will be tried again", key.id(), e);
            }
            tell(key, e);
            return false;
        }
    }

    /** Who looks at the run sees why it stands still. */
    private void tell(RunKey run, RuntimeException e) {
        Refusal reason =
                e instanceof Refused no
                        ? no.reasons().get(0)
                        : BillRunRefusal.BILL_RUN_STALLED.because(Map.of("run", run.id()));
        try {
            runs.fail(run, new Failure(clock.instant(), AuditReason.of(reason)));
        } catch (RuntimeException other) {
            LOG.debug("cannot tell that bill run {} failed", run.id(), other);
        }
    }

    private synchronized void pause() {
        try {
            if (!woken) {
                wait(PAUSE_MILLIS);
            }
            woken = false;
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
