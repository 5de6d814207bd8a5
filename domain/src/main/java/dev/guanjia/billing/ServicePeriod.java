package dev.guanjia.billing;

import dev.guanjia.calendar.DateRange;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The month that a charge pays for. Two periods are the same or have no day in common, so nothing
 * can be charged for half of another's days.
 *
 * @param month the whole month
 */
public record ServicePeriod(YearMonth month) implements Comparable<ServicePeriod> {

    /**
     * Its days.
     *
     * @return first day included, first day of the next month excluded
     */
    public DateRange range() {
        return DateRange.of(month);
    }

    /**
     * The day whose tariff applies.
     *
     * @return the first of the month
     */
    public LocalDate start() {
        return range().start();
    }

    /**
     * The day before which a reading belongs to the period.
     *
     * @return the first of the next month
     */
    public LocalDate end() {
        return range().end();
    }

    @Override
    public int compareTo(ServicePeriod other) {
        return month.compareTo(other.month);
    }

    /** {@code 2026-03}. */
    @Override
    public String toString() {
        return month.toString();
    }
}
