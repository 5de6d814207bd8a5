package dev.guanjia.duty;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.DeadlineRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Until when an occurrence is in time, and why then. Source: requirements 06 A-62: the day is
 * included and clamped to the month's last day.
 *
 * @param lastDay the last day in time
 * @param zone where the day is
 * @param rule what was applied
 * @param basis where the rule comes from
 */
public record DutyDue(LocalDate lastDay, ZoneId zone, DeadlineRule rule, Basis basis) {

    /**
     * Applies a timing to a period.
     *
     * @param timing the duty's timing
     * @param period a period of one of its cadences
     * @param zone where the days are
     * @return the last day, inside the period
     */
    public static DutyDue of(Timing timing, DateRange period, ZoneId zone) {
        DeadlineRule rule = timing.deadline().orElse(DeadlineRule.PERIOD_END);
        Basis basis = timing.deadline().isPresent() ? Basis.PRINTED : Basis.PERIOD;
        return new DutyDue(rule.lastDay(period), zone, rule, basis);
    }

    /**
     * The first instant that is too late: the start of the day after the last.
     *
     * @return the end of the last day, itself excluded
     */
    public Instant end() {
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /**
     * Whether an instant is in time.
     *
     * @param instant the instant
     * @return true before {@link #end}
     */
    public boolean isInTime(Instant instant) {
        return instant.isBefore(end());
    }

    /**
     * Whether the rule names a day that the period does not have.
     *
     * @return true if an earlier day stands in for it, as 28 February for day 30
     */
    public boolean isClamped() {
        return rule.dayOfMonth() != 0 && rule.dayOfMonth() != lastDay.getDayOfMonth();
    }

    /** Where a due time comes from. */
    public enum Basis {
        /** The duty's row has a deadline. */
        PRINTED,
        /** The row has none: what comes round in a period is in time within that period. */
        PERIOD
    }
}
