package dev.guanjia.workorder.level;

import dev.guanjia.money.Rational;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who is told when a limit is nearly or already missed: a row of the company, because the chains
 * differ. Source: 06 A-46.
 *
 * @param matter what it is for
 * @param goal which limit
 * @param share the part of the target after which it is near, between 0 and 1; null if not set
 * @param remaining the time left with which it is near, more than zero; null if not set; the
 *     earlier of both counts, and without both it is never near
 * @param step counted time after the breach until the next superior is told; more than zero
 * @param levels how many superiors are told, 0 for none
 * @param from first day on which a matter received falls under it
 */
public record Ladder(
        Matter matter,
        ServiceGoal goal,
        @Nullable Rational share,
        @Nullable Duration remaining,
        Duration step,
        int levels,
        LocalDate from)
        implements MatterRow {

    /** Refuses warnings that come too late, and steps that lead nowhere. */
    public Ladder {
        if (share != null && (share.signum() <= 0 || share.compareTo(Rational.ONE) >= 0)) {
            throw new IllegalArgumentException("share must be between 0 and 1: " + share);
        }
        if (remaining != null && (remaining.isNegative() || remaining.isZero())) {
            throw new IllegalArgumentException("remaining must be more than zero: " + remaining);
        }
        if (step.isNegative() || step.isZero()) {
            throw new IllegalArgumentException("step must be more than zero: " + step);
        }
        if (levels < 0) {
            throw new IllegalArgumentException("levels must be zero or more: " + levels);
        }
    }

    /** Counted time until it is near, down to the nanosecond; the target itself means never. */
    Duration near(Duration target) {
        Duration near = target;
        if (share != null) {
            Rational part = share.times(Rational.of(target.toNanos(), 1));
            near = Duration.ofNanos(part.round(RoundingMode.DOWN).longValueExact());
        }
        if (remaining != null && target.minus(remaining).compareTo(near) < 0) {
            near = target.minus(remaining);
        }
        return near.isNegative() ? Duration.ZERO : near;
    }

    /** Counted time until a superior is told. */
    Duration until(int level, Duration target) {
        return target.plus(step.multipliedBy(level));
    }
}
