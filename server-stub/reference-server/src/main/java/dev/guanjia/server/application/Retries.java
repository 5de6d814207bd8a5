package dev.guanjia.server.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Which work failed, and when to try it again: ever later, never not at all. */
final class Retries<K> {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Map<K, Retry> failed = new HashMap<>();
    private final Clock clock;

    Retries(Clock clock) {
        this.clock = clock;
    }

    private record Retry(Duration pause, Instant due) {}

    /** Whether it never failed, or has waited long enough. */
    boolean isDue(K work) {
        Retry retry = failed.get(work);
        return retry == null || !clock.instant().isBefore(retry.due());
    }

    void succeeded(K work) {
        failed.remove(work);
    }

    /** Returns whether this is the first failure in a row. */
    boolean failed(K work) {
        Retry before = failed.get(work);
        Duration pause = before == null ? FIRST : longer(before.pause());
        failed.put(work, new Retry(pause, clock.instant().plus(pause)));
        return before == null;
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}
