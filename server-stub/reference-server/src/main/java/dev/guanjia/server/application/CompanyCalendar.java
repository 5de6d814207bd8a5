package dev.guanjia.server.application;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.duty.DutyCalendar;
import dev.guanjia.duty.DutyOccurrence;
import dev.guanjia.duty.DutyRoster;
import dev.guanjia.organisation.Responsibility;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The duty calendar of a company, whose posts, shifts and limits change from day to day.
 *
 * @param tenant the company
 * @param duties its duties through all days
 * @param responsibility who answers for a post on which day
 * @param settings what it says about times
 */
record CompanyCalendar(
        String tenant, DutyRoster duties, Responsibility responsibility, DutySettings settings) {

    /** The calendar for what begins on a day. */
    DutyCalendar on(LocalDate day) {
        return new DutyCalendar(duties, responsibility, settings.on(day));
    }

    /** What the calendar makes due in a range, in order. */
    List<DutyOccurrence> occurrences(DateRange range) {
        return settings.stretches(range).stream()
                .flatMap(stretch -> on(stretch.start()).stream(stretch))
                .toList();
    }

    ZoneId zone() {
        return settings.zone();
    }
}
