package dev.guanjia.billing.latecharge;

import dev.guanjia.money.Rational;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How much being late costs.
 *
 * @param rate the part of what is open that is due per {@code per}, more than zero: {@code 1/2000}
 *     for five in ten thousand
 * @param per what the rate is for
 * @param graceDays days after the due day that cost nothing, also when they are exceeded
 * @param cap the part of what is open at which it stops to grow; null for no limit
 * @param rounding what happens to less than a coin, once all days are added up; of several rules
 *     that of the first late day that costs something holds
 */
public record LateChargeTerms(
        Rational rate, Per per, int graceDays, @Nullable Rational cap, RoundingMode rounding) {

    /** What holds where a rule does not say. Source: requirements 06 A-79 [P]. */
    public static final RoundingMode STANDARD = RoundingMode.HALF_UP;

    /** What a rate is for. */
    public enum Per {
        /** Each day. */
        DAY,
        /** Each calendar month, by its actual days. */
        MONTH
    }

    /** A rule that costs nothing is no rule. */
    public LateChargeTerms {
        if (rounding == RoundingMode.UNNECESSARY) {
            throw new IllegalArgumentException("late charges are rounded");
        }
        if (rate.signum() <= 0 || graceDays < 0 || (cap != null && cap.signum() <= 0)) {
            throw new IllegalArgumentException(
                    "rate " + rate + ", grace " + graceDays + ", cap " + cap);
        }
    }

    /**
     * Terms that say nothing of rounding.
     *
     * @param rate the part of what is open that is due per {@code per}
     * @param per what the rate is for
     * @param graceDays days after the due day that cost nothing
     * @param cap the part of what is open at which it stops to grow; null for no limit
     */
    public LateChargeTerms(Rational rate, Per per, int graceDays, @Nullable Rational cap) {
        this(rate, per, graceDays, cap, STANDARD);
    }

    /**
     * What one day costs.
     *
     * @param day the day
     * @return the part of what is open, exact
     */
    Rational rateOn(LocalDate day) {
        return switch (per) {
            case DAY -> rate;
            case MONTH -> rate.over(Rational.of(day.lengthOfMonth(), 1));
        };
    }
}
