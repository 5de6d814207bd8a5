package dev.guanjia.billing.arrears;

import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import java.util.Optional;

/**
 * How much of what was due came in (收费率, 欠费率). Source: requirements 04 QF-X-07; 06.
 *
 * @param due what was due, deferred amounts included, zero or more
 * @param collected what of it came in, between zero and {@code due}
 */
public record CollectionRate(Money due, Money collected) {

    /** Only what was due counts as collected. */
    public CollectionRate {
        if (collected.isNegative() || collected.compareTo(due) > 0) {
            throw new IllegalArgumentException(collected + " collected of " + due);
        }
    }

    /**
     * The part that came in.
     *
     * @return the exact ratio; empty when nothing was due, which is neither 0 nor 100 percent
     */
    public Optional<Rational> collectedPart() {
        return part(collected);
    }

    /**
     * The part that is owed.
     *
     * @return the exact ratio, one less {@link #collectedPart}; empty when nothing was due
     */
    public Optional<Rational> owedPart() {
        return part(due.minus(collected));
    }

    private Optional<Rational> part(Money amount) {
        return due.isZero()
                ? Optional.empty()
                : Optional.of(amount.toRational().over(due.toRational()));
    }
}
