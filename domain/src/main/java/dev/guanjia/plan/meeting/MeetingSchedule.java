package dev.guanjia.plan.meeting;

import dev.guanjia.calendar.DateRange;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;

/**
 * On which days a company holds a meeting.
 *
 * @param kind which meeting
 * @param every the time from one to the next, more than nothing; the kind's own where it has one
 * @param first the first meeting, from which all others are counted
 */
public record MeetingSchedule(MeetingKind kind, Period every, LocalDate first) {

    /** A two-week meeting is held every two weeks. */
    public MeetingSchedule {
        if (!first.plus(every).isAfter(first)
                || kind.rhythm().every().filter(own -> !own.equals(every)).isPresent()) {
            throw new IllegalArgumentException(kind.id() + " is not held every " + every);
        }
    }

    /**
     * A meeting whose rhythm says how often.
     *
     * @param kind which meeting
     * @param first the first one
     * @return the schedule
     * @throws IllegalArgumentException if its rhythm does not say how often
     */
    public static MeetingSchedule of(MeetingKind kind, LocalDate first) {
        Period every =
                kind.rhythm()
                        .every()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                kind.id() + " needs an interval of the company"));
        return new MeetingSchedule(kind, every, first);
    }

    /**
     * The days of the meetings.
     *
     * @param range any days
     * @return in order; a month without the first meeting's day has it on its last
     */
    public List<LocalDate> days(DateRange range) {
        return Stream.iterate(0, number -> number + 1)
                .map(number -> first.plus(every.multipliedBy(number)))
                .takeWhile(day -> day.isBefore(range.end()))
                .filter(range::contains)
                .toList();
    }
}
