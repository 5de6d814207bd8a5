package dev.guanjia.client;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Time and chance, so that tests can replace them. */
interface Timing {
    /** The time and chance of this machine. */
    Timing SYSTEM =
            new Timing() {
                @Override
                public CompletableFuture<Void> pause(Duration length) {
                    return CompletableFuture.runAsync(
                            () -> {},
                            CompletableFuture.delayedExecutor(
                                    length.toNanos(), TimeUnit.NANOSECONDS));
                }

                @Override
                public long random(long bound) {
                    return ThreadLocalRandom.current().nextLong(bound);
                }

                @Override
                public Instant now() {
                    return Instant.now();
                }

                @Override
                public long nanoTime() {
                    return System.nanoTime();
                }
            };

    /** Done after the length. */
    CompletableFuture<Void> pause(Duration length);

    /** From zero, included, to the bound, excluded. */
    long random(long bound);

    /** The time of day. */
    Instant now();

    /** A clock that only runs forward, for measuring. */
    long nanoTime();
}
