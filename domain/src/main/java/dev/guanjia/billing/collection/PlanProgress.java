package dev.guanjia.billing.collection;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How far a target is on a day.
 *
 * @param target what has to come in
 * @param days when that is
 * @param collected what has come in of the listed arrears, zero up to what was due
 */
public record PlanProgress(GroupTarget target, Days days, Money collected) {

    /**
     * When a plan is looked at.
     *
     * @param planned the days of the plan
     * @param asOf the last day that counts, to its end
     * @param goesOn whether the plan was not given up by then
     */
    public record Days(DateRange planned, LocalDate asOf, boolean goesOn) {

        /**
         * What part of the plan's days is over.
         *
         * @return days up to {@code asOf} by days of the plan, one after the last; empty before the
         *     first day
         */
        public Optional<Rational> elapsed() {
            if (asOf.isBefore(planned.start())) {
                return Optional.empty();
            }
            LocalDate last = asOf.isAfter(planned.last()) ? planned.last() : asOf;
            long over = DateRange.ofClosed(planned.start(), last).days();
            return Optional.of(Rational.of(over, planned.days()));
        }
    }

    /** Only what was listed counts. */
    public PlanProgress {
        if (collected.isNegative() || collected.compareTo(target.due()) > 0) {
            throw new IllegalArgumentException(collected + " collected of " + target);
        }
    }

    /**
     * Whether the target is reached.
     *
     * @return true from the target on, to the last minor unit; never by a rounded percentage
     */
    public boolean isReached() {
        return collected.compareTo(target.target()) >= 0;
    }

    /**
     * What is missing to the target.
     *
     * @return zero or more
     */
    public Money missing() {
        Money missing = target.target().minus(collected);
        return missing.isNegative() ? Money.zero(missing.currency()) : missing;
    }

    /**
     * What part of the arrears has come in.
     *
     * @return the exact ratio; empty when nothing was due
     */
    public Optional<Rational> rate() {
        return target.due().isZero()
                ? Optional.empty()
                : Optional.of(collected.toRational().over(target.due().toRational()));
    }

    /**
     * What should have come in by now if it came in evenly.
     *
     * @return exact, in major units; empty before the first day
     */
    public Optional<Rational> expected() {
        return days.elapsed().map(part -> target.target().toRational().times(part));
    }

    /**
     * What will have come in at the end if it goes on as it did.
     *
     * @return exact, in major units, at most what is due; empty before the first day, and once the
     *     plan was given up
     */
    public Optional<Rational> forecast() {
        return days.elapsed()
                .filter(part -> days.goesOn())
                .map(part -> atMostDue(collected.toRational().over(part)));
    }

    private Rational atMostDue(Rational amount) {
        Rational due = target.due().toRational();
        return amount.compareTo(due) > 0 ? due : amount;
    }
}
