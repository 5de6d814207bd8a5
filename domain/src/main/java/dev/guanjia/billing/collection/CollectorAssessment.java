package dev.guanjia.billing.collection;

import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.organisation.StaffId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A collector's quarter, looked back on (季度收费考核). Source: requirements 04 QF-X-21; 06.
 *
 * @param collector who
 * @param quarter which one
 * @param planned what was to be collected, zero or more
 * @param collected what was, zero or more
 * @param accountsUnclear what the assessor found of the accounts
 */
public record CollectorAssessment(
        StaffId collector,
        CalendarQuarter quarter,
        Money planned,
        Money collected,
        boolean accountsUnclear) {

    /** A reason for a penalty; one is enough. */
    public enum Ground {
        /** Less came in than was planned (未按计划足额完成收缴). */
        NOT_COLLECTED_IN_FULL,
        /** The accounts are unclear (账目不清). */
        ACCOUNTS_UNCLEAR
    }

    /** Amounts are of one currency, zero or more. */
    public CollectorAssessment {
        if (planned.isNegative() || collected.plus(Money.zero(planned.currency())).isNegative()) {
            throw new IllegalArgumentException(collected + " of " + planned + " for " + collector);
        }
    }

    /**
     * Why the collector is penalised.
     *
     * @return none to two grounds
     */
    public List<Ground> grounds() {
        List<Ground> grounds = new ArrayList<>();
        if (collected.compareTo(planned) < 0) {
            grounds.add(Ground.NOT_COLLECTED_IN_FULL);
        }
        if (accountsUnclear) {
            grounds.add(Ground.ACCOUNTS_UNCLEAR);
        }
        return List.copyOf(grounds);
    }

    /**
     * What part of the plan came in.
     *
     * @return the exact ratio, above one when more came in; empty when nothing was planned
     */
    public Optional<Rational> rate() {
        return planned.isZero()
                ? Optional.empty()
                : Optional.of(collected.toRational().over(planned.toRational()));
    }
}
