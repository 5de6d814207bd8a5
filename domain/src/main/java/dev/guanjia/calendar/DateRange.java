package dev.guanjia.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * A run of whole days, {@code [start, end)}. Empty when both ends agree.
 *
 * @param start first day, included
 * @param end day after the last, excluded; not before {@code start}
 */
public record DateRange(LocalDate start, LocalDate end) {

    /** Rejects ranges that run backwards. */
    public DateRange {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("range runs backwards: " + start + " to " + end);
        }
    }

    /**
     * The whole of a month.
     *
     * @param month the month
     * @return its days
     */
    public static DateRange of(YearMonth month) {
        return new DateRange(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    /**
     * A range as people write it, last day included.
     *
     * @param first first day, included
     * @param last last day, included; not more than one day before {@code first}
     * @return the range
     */
    public static DateRange ofClosed(LocalDate first, LocalDate last) {
        return new DateRange(first, last.plusDays(1));
    }

    /**
     * How long it is.
     *
     * @return days, zero or more
     */
    public long days() {
        return ChronoUnit.DAYS.between(start, end);
    }

    /**
     * Whether no day is in it.
     *
     * @return true when both ends agree
     */
    public boolean isEmpty() {
        return start.equals(end);
    }

    /**
     * Whether a day falls inside.
     *
     * @param day the day
     * @return true from {@code start} up to the day before {@code end}
     */
    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }

    /**
     * The last day.
     *
     * @return the day before {@code end}
     * @throws IllegalStateException if the range is empty
     */
    public LocalDate last() {
        if (isEmpty()) {
            throw new IllegalStateException("empty range has no last day: " + start);
        }
        return end.minusDays(1);
    }

    /** {@code 2026-03-01 to 2026-03-31}, last day included; {@code empty at …} when it has none. */
    @Override
    public String toString() {
        return isEmpty() ? "empty at " + start : start + " to " + last();
    }
}
