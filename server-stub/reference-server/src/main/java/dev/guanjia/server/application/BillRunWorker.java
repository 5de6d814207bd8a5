package dev.guanjia.server.application;

import dev.guanjia.server.store.BillRunStore;
import dev.guanjia.server.store.BillRunStore.RunKey;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Calculates bill runs in the background, in one thread, from the start of the server to its end.
 * It keeps nothing in memory: what is unfinished stands in the database, so a run that was cut off
 * goes on at the next start, or on another server.
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
    private final BillRunStore runs;
    private final Retries<RunKey> retries;
    private volatile boolean running;
    private boolean woken;
    private @Nullable Thread thread;

    BillRunWorker(BillRunCalculation calculation, BillRunStore runs, Clock clock) {
        this.calculation = calculation;
        this.runs = runs;
        this.retries = new Retries<>(clock);
    }

    /** Says that there is a new run. */
    synchronized void wake() {
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
            for (RunKey run : unfinished()) {
                moved |= running && retries.isDue(run) && attempt(run);
            }
            if (!moved) {
                pause();
            }
        }
    }

    private List<RunKey> unfinished() {
        if (!retries.isDue(LOOKING)) {
            return List.of();
        }
        try {
            List<RunKey> found = runs.unfinished();
            retries.succeeded(LOOKING);
            return found;
        } catch (RuntimeException e) {
            if (retries.failed(LOOKING)) {
                LOG.warn("cannot look for bill runs, will try again", e);
            }
            return List.of();
        }
    }

    private boolean attempt(RunKey run) {
        try {
            calculation.next(run);
            retries.succeeded(run);
            return true;
        } catch (RuntimeException e) {
            if (retries.failed(run)) {
                LOG.error("bill run {} failed, will be tried again", run.id(), e);
            }
            return false;
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
