package dev.guanjia.server.application;

import dev.guanjia.billing.run.BillRun;
import dev.guanjia.server.application.BillingFacts.Chunk;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * Reads units of a run in a thread and on a connection of its own, while others that were read are
 * calculated and stored.
 *
 * <p>It is opened before the calculation locks anything, for then it waits for a connection that
 * nobody who waits for the calculation will ever give back; and what it is asked for, it reads as
 * it stands after the calculation has locked the community. Whoever calculates closes it.
 */
final class UnitsAhead implements AutoCloseable {

    private final BillingFacts facts;
    private final BlockingQueue<Future<Chunk>> read = new ArrayBlockingQueue<>(1);
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private final CompletableFuture<Wanted> wanted = new CompletableFuture<>();
    private final Thread reader;

    /**
     * What is to be read.
     *
     * @param tenant the company
     * @param run whose units
     * @param after the unit before the first
     * @param most how many units in all
     * @param atOnce how many of them at a time
     */
    record Wanted(String tenant, BillRun run, long after, int most, int atOnce) {

        private Wanted after(Chunk chunk) {
            return new Wanted(tenant, run, chunk.lastSeq(), most - chunk.units().size(), atOnce);
        }

        private boolean isLast(Chunk chunk) {
            return !chunk.more() || chunk.units().size() >= most;
        }
    }

    /**
     * Waits until it can read.
     *
     * @param snapshot what it reads in
     * @param facts what it reads
     */
    UnitsAhead(Snapshot snapshot, BillingFacts facts) {
        this.facts = facts;
        this.reader = new Thread(() -> read(snapshot), "bill-facts");
        reader.setDaemon(true);
        reader.start();
        try {
            await(opened);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void read(Snapshot snapshot) {
        try {
            snapshot.read(
                    () -> {
                        opened.complete(null);
                        return readAll();
                    });
        } catch (RuntimeException e) {
            opened.completeExceptionally(e);
        }
    }

    /** A failure is told like a chunk, and ends it. */
    private boolean readAll() {
        try {
            Wanted left = wanted.get();
            while (true) {
                FutureTask<Chunk> task = task(left);
                task.run();
                read.put(task);
                Chunk chunk = task.get();
                if (left.isLast(chunk)) {
                    return true;
                }
                left = left.after(chunk);
            }
        } catch (InterruptedException | ExecutionException e) {
            return false;
        }
    }

    private FutureTask<Chunk> task(Wanted left) {
        int most = Math.min(left.most(), left.atOnce());
        return new FutureTask<>(() -> facts.chunk(left.tenant(), left.run(), left.after(), most));
    }

    /** Begins to read; what is locked before is seen as it stands. */
    void want(Wanted units) {
        wanted.complete(units);
    }

    /** Gives all of them, some at a time, to whoever calculates. */
    void each(Consumer<Chunk> calculation) {
        Wanted left = wanted.join();
        Chunk chunk = next();
        calculation.accept(chunk);
        while (!left.isLast(chunk)) {
            left = left.after(chunk);
            chunk = next();
            calculation.accept(chunk);
        }
    }

    private Chunk next() {
        try {
            return await(read.take());
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    private static <T> T await(Future<T> told) {
        try {
            return told.get();
        } catch (InterruptedException e) {
            throw stopped(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("units cannot be read", e.getCause());
        }
    }

    private static IllegalStateException stopped(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while units were read", e);
    }

    /** Whatever it still wanted to read is of no use to anybody. */
    @Override
    public void close() {
        reader.interrupt();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
