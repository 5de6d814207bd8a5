package dev.guanjia.server.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Does pieces of work that wait for one another in nothing, several at a time, as an office does.
 */
final class Desks {

    private static final int AT_ONCE = 4;

    private Desks() {}

    /**
     * Does every piece, and returns when all are done.
     *
     * @throws RuntimeException the failure of the first piece that failed; no piece is begun after
     *     it is seen
     */
    static <T> void work(List<T> pieces, Consumer<T> doing) {
        ExecutorService desks = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> begun = new ArrayList<>();
            for (T piece : pieces) {
                begun.add(desks.submit(() -> doing.accept(piece)));
            }
            for (Future<?> piece : begun) {
                piece.get();
            }
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            desks.shutdownNow();
        }
    }

    private static RuntimeException failure(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}
