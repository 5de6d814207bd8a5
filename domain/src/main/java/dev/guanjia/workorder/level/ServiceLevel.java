package dev.guanjia.workorder.level;

import dev.guanjia.money.Rational;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How soon work of a kind is to be done: a row of the company (规定时限). Source: 06 A-60; the sources
 * give no hours, and 立即 never means none.
 *
 * @param id which row
 * @param matter what it applies to
 * @param goal what is to have happened by then
 * @param target time allowed, more than zero
 * @param clock which time counts
 * @param shifts the name of the shifts whose hours count; null unless the clock is that of shifts
 * @param from first day on which a matter received falls under it
 */
public record ServiceLevel(
        ServiceLevelId id,
        Matter matter,
        ServiceGoal goal,
        Duration target,
        ServiceClock clock,
        @Nullable String shifts,
        LocalDate from)
        implements MatterRow {

    private static final Rational NANOS_PER_HOUR = Rational.of(3_600_000_000_000L, 1);

    /** A limit of nothing cannot be kept; a clock of shifts needs shifts. */
    public ServiceLevel {
        if (target.isNegative() || target.isZero()) {
            throw new IllegalArgumentException("target must be more than zero: " + target);
        }
        if ((clock == ServiceClock.SHIFT) != (shifts != null)) {
            throw new IllegalArgumentException(clock + " clock cannot count shifts: " + shifts);
        }
    }

    /**
     * The kind it applies to.
     *
     * @return the kind of its matter
     */
    public WorkOrderKind kind() {
        return matter.kind();
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

    /** Empty text stands for no name, and nobody has hours of that name. */
    String shiftName() {
        return shifts == null ? "" : shifts;
    }
}
