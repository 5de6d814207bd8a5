package dev.guanjia.billing.latecharge;

import dev.guanjia.money.Rational;
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
 */
public record LateChargeTerms(Rational rate, Per per, int graceDays, @Nullable Rational cap) {

    /** What a rate is for. */
    public enum Per {
        /** Each day. */
        DAY,
        /** Each calendar month, by its actual days. */
        MONTH
    }

    /** A rule that costs nothing is no rule. */
    public LateChargeTerms {
        if (rate.signum() <= 0 || graceDays < 0 || (cap != null && cap.signum() <= 0)) {
            throw new IllegalArgumentException(
                    "rate " + rate + ", grace " + graceDays + ", cap " + cap);
        }
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
