package dev.guanjia.calendar;

import java.time.LocalDate;
import java.util.Optional;

/** Where a due day goes that is not worked. Weekend days worked in exchange are working days. */
public enum WorkingDayRule {
    /** It stays. */
    KEEP(0),
    /** To the working day before. */
    BEFORE(-1),
    /** To the working day after. */
    AFTER(1);

    private final int step;

    WorkingDayRule(int step) {
        this.step = step;
    }

    /**
     * Applies the rule.
     *
     * @param day the day
     * @param calendar which days are worked
     * @return the day itself or the nearest working day in the rule's direction; empty when the
     *     calendar does not cover a day that must be looked at: it is unknown, not "worked"
     */
    public Optional<LocalDate> find(LocalDate day, WorkCalendar calendar) {
        if (this == KEEP) {
            return Optional.of(day);
        }
        LocalDate candidate = day;
        while (calendar.covered().contains(candidate)) {
            if (calendar.isWorkingDay(candidate)) {
                return Optional.of(candidate);
            }
            candidate = candidate.plusDays(step);
        }
        return Optional.empty();
    }
}
