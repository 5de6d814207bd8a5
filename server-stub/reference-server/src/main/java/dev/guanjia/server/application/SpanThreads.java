package dev.guanjia.server.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Threads that calculate spans of one run at the same time, each in a transaction of its own.
 *
 * <p>They are opened before the run locks anything, for then they wait for connections that nobody
 * who waits for the run will ever give back; and what they see is how it stands after the run has
 * locked its community. Whoever opens them closes them.
 */
final class SpanThreads implements AutoCloseable {

    private static final String NAME = "bill-spans";

    private final CompletableFuture<Work> work = new CompletableFuture<>();
    private final List<CompletableFuture<Void>> opened = new ArrayList<>();
    private final List<CompletableFuture<Void>> ended = new ArrayList<>();

    /**
     * What there is to do.
     *
     * @param spans those that nobody has begun
     * @param calculation asked once by each thread
     */
    private record Work(Queue<UnitSpan> spans, Supplier<Consumer<UnitSpan>> calculation) {

        private void run() {
            Consumer<UnitSpan> mine = calculation.get();
            for (UnitSpan span = spans.poll(); span != null; span = spans.poll()) {
                mine.accept(span);
            }
        }
    }

    /**
     * Waits until all of them can begin.
     *
     * @param transactions of the threads
     * @param number how many there are
     */
    SpanThreads(TransactionOperations transactions, int number) {
        for (int i = 0; i < number; i++) {
            open(transactions);
        }
        try {
            all(opened);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void open(TransactionOperations transactions) {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        CompletableFuture<Void> end = new CompletableFuture<>();
        opened.add(ready);
        ended.add(end);
        Thread thread = new Thread(() -> live(transactions, ready, end), NAME);
        thread.setDaemon(true);
        thread.start();
    }

    private void live(
            TransactionOperations transactions,
            CompletableFuture<Void> ready,
            CompletableFuture<Void> end) {
        try {
            transactions.executeWithoutResult(
                    status -> {
                        ready.complete(null);
                        work.join().run();
                    });
            end.complete(null);
        } catch (RuntimeException | Error e) {
            work.thenAccept(left -> left.spans().clear());
            ready.completeExceptionally(e);
            end.completeExceptionally(e);
        }
    }

    /**
     * Has all spans calculated. What one thread has stored stays when another fails, and nothing
     * new is begun.
     *
     * @param spans which
     * @param calculation asked once by each thread
     * @throws RuntimeException why one of them failed
     */
    void calculate(List<UnitSpan> spans, Supplier<Consumer<UnitSpan>> calculation) {
        work.complete(new Work(new ConcurrentLinkedQueue<>(spans), calculation));
        all(ended);
    }

    /** Waits for all of them, and tells one of the failures. */
    private static void all(List<CompletableFuture<Void>> futures) {
        try {
            CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw e;
        }
    }

    /** Returns when all of them have ended. */
    @Override
    public void close() {
        work.complete(new Work(new ConcurrentLinkedQueue<>(), () -> span -> {}));
        ended.forEach(end -> end.handle((nothing, failure) -> true).join());
    }
}
