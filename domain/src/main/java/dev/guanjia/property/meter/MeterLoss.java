package dev.guanjia.property.meter;

import dev.guanjia.money.Rational;
import java.util.List;
import java.util.Optional;

/**
 * A meter beside the sum of those below it, over the same days.
 *
 * @param parent the meter above
 * @param above what it measured, in its unit; zero when it was not read
 * @param below what those below measured that were read
 * @param unread which of them all were not read on both days; the loss is unknown then
 */
public record MeterLoss(MeterId parent, Rational above, Rational below, List<MeterId> unread) {

    /** Copies. */
    public MeterLoss {
        unread = List.copyOf(unread);
    }

    /**
     * What was lost or used in common.
     *
     * @return parent less children; negative when those below measured more; empty when unknown
     */
    public Optional<Rational> value() {
        return unread.isEmpty() ? Optional.of(above.minus(below)) : Optional.empty();
    }

    /**
     * Whether parent and children agree.
     *
     * @param tolerance a share of what the parent measured, such as 0.05; not negative
     * @return whether the loss, either way, is at most that share; empty when unknown
     * @throws IllegalArgumentException if the tolerance is negative
     */
    public Optional<Boolean> isWithin(Rational tolerance) {
        if (tolerance.signum() < 0) {
            throw new IllegalArgumentException("tolerance is negative: " + tolerance);
        }
        Rational most = above.times(tolerance);
        return value().map(
                        loss ->
                                loss.compareTo(most) <= 0
                                        && Rational.ZERO.minus(loss).compareTo(most) <= 0);
    }
}
