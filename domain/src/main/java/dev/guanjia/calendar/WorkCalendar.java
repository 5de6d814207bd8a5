package dev.guanjia.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which days are worked: weekdays, less the holidays, plus the weekend days worked in exchange.
 *
 * @param covered the days this calendar knows about
 * @param holidays days off that would otherwise be worked, or that a weekend already gives
 * @param makeUpDays weekend days worked in exchange
 */
public record WorkCalendar(DateRange covered, Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** Copies both sets into day order; a day cannot be both off and on. */
    public WorkCalendar {
        holidays = Collections.unmodifiableSet(new TreeSet<>(holidays));
        makeUpDays = Collections.unmodifiableSet(new TreeSet<>(makeUpDays));
        for (LocalDate day : makeUpDays) {
            if (holidays.contains(day)) {
                throw new IllegalArgumentException(day + " is both a holiday and a make-up day");
            }
        }
    }

    /**
     * Whether a day is worked.
     *
     * @param day a covered day
     * @return true for a working day
     * @throws IllegalArgumentException if the calendar does not cover the day: unknown is not "no"
     */
    public boolean isWorkingDay(LocalDate day) {
        if (!covered.contains(day)) {
            throw new IllegalArgumentException("work calendar covers " + covered + ", not " + day);
        }
        return makeUpDays.contains(day)
                || (!WEEKEND.contains(day.getDayOfWeek()) && !holidays.contains(day));
    }

    /**
     * The first working day at or after a day.
     *
     * @param day a covered day
     * @return the day itself when it is worked
     * @throws IllegalArgumentException if none is covered from there on
     */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate candidate = day;
        while (!isWorkingDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    DueTime.Reason reason(LocalDate day, boolean counts) {
        if (counts) {
            return makeUpDays.contains(day) ? DueTime.Reason.MAKE_UP_DAY : DueTime.Reason.COUNTED;
        }
        if (isWorkingDay(day)) {
            return DueTime.Reason.OFFICE_CLOSED;
        }
        return holidays.contains(day) ? DueTime.Reason.HOLIDAY : DueTime.Reason.DAY_OFF;
    }
}
