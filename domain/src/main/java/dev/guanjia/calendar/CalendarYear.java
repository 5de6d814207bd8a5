package dev.guanjia.calendar;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of a year beside its weeks, as a notice or a company says it.
 *
 * @param year the year
 * @param off its days off that would otherwise be worked, or that a weekend already gives
 * @param worked its weekend days worked in exchange
 */
public record CalendarYear(int year, Set<LocalDate> off, Set<LocalDate> worked) {

    /** Copies both sets into day order; all days are of the year, and none is both. */
    public CalendarYear {
        off = Collections.unmodifiableSet(new TreeSet<>(off));
        worked = Collections.unmodifiableSet(new TreeSet<>(worked));
        for (LocalDate day : worked) {
            if (off.contains(day)) {
                throw new IllegalArgumentException(day + " is both off and worked");
            }
        }
        require(year, off);
        require(year, worked);
    }

    private static void require(int year, Set<LocalDate> days) {
        for (LocalDate day : days) {
            if (day.getYear() != year) {
                throw new IllegalArgumentException(day + " is not of the year " + year);
            }
        }
    }
}
