package dev.guanjia.billing.dunning;

import dev.guanjia.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done next for a debtor, and why.
 *
 * @param reason why
 * @param level what to do, or what comes when it is due; null if nothing does
 * @param daysOverdue of the oldest charge that is overdue and not deferred; zero without one
 * @param overdue the sum of those charges
 */
public record NextStep(
        Reason reason, @Nullable DunningLevel level, long daysOverdue, Money overdue) {

    /** Why a step is due or not. */
    public enum Reason {
        /** The level is due. */
        DUE,
        /** The level is not due yet. */
        TOO_EARLY,
        /** Nothing is overdue that is not deferred. */
        NOTHING_OVERDUE,
        /** What would be overdue is deferred. */
        DEFERRED,
        /** A dispute is to be settled first. */
        DISPUTED,
        /** A promise may still be kept. */
        PROMISE_PENDING,
        /** A promise was kept, and more is overdue: to be recorded. */
        PROMISE_KEPT,
        /** A promise was broken: to be recorded. */
        PROMISE_BROKEN,
        /** Every level was taken. */
        ALL_TAKEN,
        /** The case is closed. */
        CLOSED
    }
}
