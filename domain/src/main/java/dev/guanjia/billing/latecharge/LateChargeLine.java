package dev.guanjia.billing.latecharge;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import java.util.Optional;

/**
 * A stretch of late days on which nothing changes.
 *
 * @param days the days, one or more
 * @param base what is open on each of them
 * @param dayRate the part of it that a day costs, exact
 * @param amount what they cost together in major units, exact; less than the days come to only
 *     where the cap is reached
 * @param rule the rule that says so
 */
public record LateChargeLine(
        DateRange days, Money base, Rational dayRate, Rational amount, LateChargeRule rule) {

    /** A line never costs more than its days come to. */
    public LateChargeLine {
        Rational full = dayRate.times(base.toRational()).times(Rational.of(days.days(), 1));
        if (days.isEmpty() || amount.signum() < 0 || amount.compareTo(full) > 0) {
            throw new IllegalArgumentException(amount + " for " + full + " on " + days);
        }
    }

    /** Both as one line, if nothing but the days differs. */
    Optional<LateChargeLine> join(LateChargeLine next) {
        return days.end().equals(next.days.start())
                        && base.equals(next.base)
                        && dayRate.equals(next.dayRate)
                        && rule.equals(next.rule)
                ? Optional.of(
                        new LateChargeLine(
                                new DateRange(days.start(), next.days.end()),
                                base,
                                dayRate,
                                amount.plus(next.amount),
                                rule))
                : Optional.empty();
    }
}
