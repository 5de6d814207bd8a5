package dev.guanjia.server.application;

import dev.guanjia.calendar.WorkCalendar;
import dev.guanjia.server.store.CompanyDayStore.DayRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where a company departs from the calendar. */
final class OwnDays {

    private OwnDays() {}

    /** The calendar with the company's own days; of two rows of one day the later holds. */
    static WorkCalendar over(WorkCalendar calendar, List<DayRow> rows) {
        if (rows.isEmpty()) {
            return calendar;
        }
        Set<LocalDate> off = new TreeSet<>(calendar.holidays());
        Set<LocalDate> worked = new TreeSet<>(calendar.makeUpDays());
        for (DayRow row : rows) {
            (row.worked() ? off : worked).remove(row.day());
            (row.worked() ? worked : off).add(row.day());
        }
        return new WorkCalendar(calendar.covered(), off, worked);
    }
}
