package dev.guanjia.workorder.level;

import dev.guanjia.calendar.BusinessHours;
import dev.guanjia.calendar.DueTime;
import dev.guanjia.money.Rational;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How soon work of a kind is to be done: a row of the company (规定时限). Source: 06 A-60; the sources
 * give no hours, and 立即 never means none.
 *
 * @param id which row
 * @param kind what it applies to
 * @param target time allowed, more than zero
 * @param clock which time counts
 * @param from first day on which a matter received falls under it
 */
public record ServiceLevel(
        ServiceLevelId id,
        WorkOrderKind kind,
        Duration target,
        ServiceClock clock,
        LocalDate from) {

    private static final Rational NANOS_PER_HOUR = Rational.of(3_600_000_000_000L, 1);

    /** A limit of nothing cannot be kept. */
    public ServiceLevel {
        if (target.isNegative() || target.isZero()) {
            throw new IllegalArgumentException("target must be more than zero: " + target);
        }
    }

    /**
     * A target as it is written.
     *
     * @param hours e.g. {@code 1.5}
     * @return the same time
     * @throws ArithmeticException if it is no whole number of nanoseconds, or exceeds 64 bits of
     *     them
     */
    public static Duration target(Rational hours) {
        Rational nanos = hours.times(NANOS_PER_HOUR);
        if (!nanos.denominator().equals(BigInteger.ONE)) {
            throw new ArithmeticException("hours must be whole nanoseconds: " + hours);
        }
        return Duration.ofNanos(nanos.numerator().longValueExact());
    }

    /**
     * The target as it is written.
     *
     * @return hours, exact
     */
    public Rational hours() {
        return Rational.of(target.toNanos(), 1).over(NANOS_PER_HOUR);
    }

    /**
     * When a matter is due.
     *
     * @param receivedAt when it reached us
     * @param office the hours that a working clock counts
     * @return the due time and its steps; empty if the office's calendar does not reach that far
     */
    Optional<DueTime> due(Instant receivedAt, BusinessHours office) {
        return switch (clock) {
            case WORKING -> office.find(receivedAt, target);
            case ELAPSED -> Optional.of(elapsed(receivedAt));
        };
    }

    private DueTime elapsed(Instant receivedAt) {
        Instant due = receivedAt.plus(target);
        return new DueTime(due, List.of(new DueTime.Step(receivedAt, due, DueTime.Reason.COUNTED)));
    }
}
