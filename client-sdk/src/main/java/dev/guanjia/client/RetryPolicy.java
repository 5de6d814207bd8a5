package dev.guanjia.client;

import java.time.Duration;

/**
 * How often and how patiently to try again.
 *
 * <p>Shape: before attempt n + 1 the pause is drawn evenly from zero to {@code firstPause} × 2ⁿ⁻¹,
 * at most {@code longestPause} (full jitter). A {@code Retry-After} is waited out instead, never
 * shortened; if it does not fit into {@code totalTime} the answer is handed over at once.
 *
 * @param attempts how often a request is sent at most, 1 or more; 1 is no retry
 * @param firstPause upper bound of the first pause, zero or more
 * @param longestPause upper bound of every drawn pause, not below {@code firstPause}
 * @param totalTime from the first attempt: no pause or further attempt goes beyond it
 */
public record RetryPolicy(
        int attempts, Duration firstPause, Duration longestPause, Duration totalTime) {

    /** A policy that is negative or contradicts itself cannot exist. */
    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be 1 or more: " + attempts);
        }
        if (firstPause.isNegative() || totalTime.isNegative()) {
            throw new IllegalArgumentException("times must be zero or more");
        }
        if (longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "longest pause is shorter than the first: " + longestPause);
        }
    }

    /** Four attempts, pauses up to 250 ms, 500 ms and 1 s, a minute in all. */
    public static RetryPolicy standard() {
        return new RetryPolicy(
                4, Duration.ofMillis(250), Duration.ofSeconds(10), Duration.ofMinutes(1));
    }

    /** One attempt. */
    public static RetryPolicy none() {
        return new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    /**
     * The longest that the pause after an attempt may be.
     *
     * @param attempt the attempt that failed, counted from 1
     * @return the upper bound of the pause after it
     */
    Duration ceiling(int attempt) {
        Duration ceiling = firstPause;
        for (int i = 1; i < attempt && ceiling.compareTo(longestPause) < 0; i++) {
            ceiling = ceiling.multipliedBy(2);
        }
        return ceiling.compareTo(longestPause) < 0 ? ceiling : longestPause;
    }
}
