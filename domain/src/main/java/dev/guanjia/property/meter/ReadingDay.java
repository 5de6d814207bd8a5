package dev.guanjia.property.meter;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;

/**
 * By which day of a month meters are read, from a month on.
 *
 * <p>Source: requirements 06 A-95 (the reading day is configurable and 28 at the latest, so that
 * fees can be calculated by day 30 of every month).
 *
 * @param from the first month
 * @param day the day of the month, 1 to 28
 */
public record ReadingDay(YearMonth from, int day) {

    /** The last day that every month has. */
    public static final int LATEST = 28;

    /** Every month has the day. */
    public ReadingDay {
        if (day < 1 || day > LATEST) {
            throw new IllegalArgumentException("reading day must be 1 to 28: " + day);
        }
    }

    /**
     * The day by which the meters of a month are read.
     *
     * @param rows from which month on which day, in any order
     * @param month the month
     * @return the day of the latest row that has begun; the 28th where none has
     */
    public static LocalDate in(Collection<ReadingDay> rows, YearMonth month) {
        int day =
                rows.stream()
                        .filter(row -> !row.from().isAfter(month))
                        .max(Comparator.comparing(ReadingDay::from))
                        .map(ReadingDay::day)
                        .orElse(LATEST);
        return month.atDay(day);
    }
}
