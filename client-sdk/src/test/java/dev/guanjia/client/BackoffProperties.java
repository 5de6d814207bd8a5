package dev.guanjia.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class BackoffProperties {
    @Property
    void thePauseDoublesUntilTheLongest(
            @ForAll @LongRange(min = 0, max = 10_000) long first,
            @ForAll @LongRange(min = 0, max = 100_000) long more,
            @ForAll @IntRange(min = 1, max = 10_000) int attempt) {
        long longest = first + more;
        RetryPolicy policy =
                new RetryPolicy(
                        1, Duration.ofMillis(first), Duration.ofMillis(longest), Duration.ZERO);

        double expected = Math.min(longest, first * Math.pow(2, attempt - 1));

        assertThat(policy.ceiling(attempt).toMillis()).isEqualTo((long) expected);
    }

    @Property
    void chanceStaysWithinItsBound(@ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long bound) {
        assertThat(Timing.SYSTEM.random(bound)).isBetween(0L, bound - 1);
    }

    @Property
    void aPolicyThatContradictsItselfCannotExist(
            @ForAll @LongRange(min = 1, max = 10_000) long first) {
        Duration shorter = Duration.ofMillis(first - 1);

        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new RetryPolicy(1, Duration.ofMillis(first), shorter, Duration.ZERO));
    }
}
