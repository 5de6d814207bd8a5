package dev.guanjia.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private final ByHand clock = new ByHand();
    private final Retries<String> retries = new Retries<>(clock);

    /** A clock that is moved by hand. */
    private static final class ByHand extends Clock {
        private Instant now = Instant.parse("2024-05-29T02:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void workThatFailsWaitsEverLongerUpToHalfAMinute() {
        assertThat(retries.isDue("run")).isTrue();
        assertThat(retries.failed("run")).isTrue();
        assertPause(500);
        assertThat(retries.failed("run")).isFalse();
        assertPause(1_000);
        for (int i = 0; i < 20; i++) {
            retries.failed("run");
        }
        assertPause(30_000);
    }

    @Test
    void workThatSucceededBeginsAnew() {
        retries.failed("run");
        retries.succeeded("run");
        assertThat(retries.isDue("run")).isTrue();
        assertThat(retries.failed("run")).isTrue();
        assertThat(retries.isDue("another")).isTrue();
    }

    private void assertPause(long millis) {
        clock.now = clock.now.plus(Duration.ofMillis(millis - 1));
        assertThat(retries.isDue("run")).isFalse();
        clock.now = clock.now.plus(Duration.ofMillis(1));
        assertThat(retries.isDue("run")).isTrue();
    }
}
