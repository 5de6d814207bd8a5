package dev.guanjia.billing.collection;

import dev.guanjia.calendar.DateRange;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A quarter of a calendar year.
 *
 * @param year of the common era
 * @param number 1 to 4
 */
public record CalendarQuarter(int year, int number) {

    private static final int MONTHS = 3;
    private static final int QUARTERS = 4;

    /** A year has four. */
    public CalendarQuarter {
        if (number < 1 || number > QUARTERS) {
            throw new IllegalArgumentException("no quarter: " + number);
        }
    }

    /**
     * The quarter that a day belongs to.
     *
     * @param day the day
     * @return its quarter
     */
    public static CalendarQuarter of(LocalDate day) {
        return new CalendarQuarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
    }

    /**
     * Its days.
     *
     * @return three whole months
     */
    public DateRange days() {
        YearMonth first = YearMonth.of(year, (number - 1) * MONTHS + 1);
        return new DateRange(first.atDay(1), first.plusMonths(MONTHS).atDay(1));
    }

    /** {@code 2026-Q1}. */
    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
