package dev.guanjia.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Does not sleep but steps its clock; draws the largest number that is allowed. */
class FakeTiming implements Timing {
    static final Instant START = Instant.parse("2024-05-31T16:00:00Z");

    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    /** The pauses that were asked for, in order. */
    List<Duration> pauses() {
        return pauses;
    }

    private Duration slept() {
        return pauses.stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public CompletableFuture<Void> pause(Duration length) {
        pauses.add(length);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public long random(long bound) {
        return bound - 1;
    }

    @Override
    public Instant now() {
        return START.plus(slept());
    }

    @Override
    public long nanoTime() {
        return slept().toNanos();
    }
}
