package dev.guanjia.quality;

import dev.guanjia.money.Rational;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted.
 *
 * @param comparator how the value must stand to the target
 * @param target as a fraction, so 98 % is {@code 0.98}; absent while nobody has set it
 */
public record Goal(Comparator comparator, @Nullable Rational target) {

    /**
     * Judges a fraction that exists.
     *
     * @param value exact
     * @return met, not met, or no target
     */
    Verdict judge(Rational value) {
        if (target == null) {
            return Verdict.NO_TARGET;
        }
        return comparator.holds(value, target) ? Verdict.MET : Verdict.NOT_MET;
    }
}
