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

    /**
     * Whether any day of a year is worked. A year without working days is no calendar, because no
     * due time could ever be found in it.
     *
     * @param year a year
     * @return false if none of its covered days is
     */
    public boolean isWorkedIn(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .anyMatch(day -> covered.contains(day) && isWorkingDay(day));
    }

    /**
     * The calendar with a year that it did not cover, or covered otherwise.
     *
     * @param year what is known of it
     * @return covered until its end
     * @throws IllegalArgumentException if a year between would stay unknown
     */
    public WorkCalendar with(CalendarYear year) {
        LocalDate first = LocalDate.of(year.year(), 1, 1);
        if (first.isBefore(covered.start()) || first.isAfter(covered.end())) {
            throw new IllegalArgumentException(covered + " does not lead to " + year.year());
        }
        LocalDate end = first.plusYears(1);
        Set<LocalDate> off = new TreeSet<>(holidays);
        Set<LocalDate> worked = new TreeSet<>(makeUpDays);
        off.removeIf(day -> day.getYear() == year.year());
        worked.removeIf(day -> day.getYear() == year.year());
        off.addAll(year.off());
        worked.addAll(year.worked());
        LocalDate last = end.isAfter(covered.end()) ? end : covered.end();
        return new WorkCalendar(new DateRange(covered.start(), last), off, worked);
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
