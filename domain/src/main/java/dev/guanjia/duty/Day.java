package dev.guanjia.duty;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.Shift;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsible;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What begins on one day. Due times and persons that many lines share are found once. */
final class Day {

    private final DutyCalendar calendar;
    private final LocalDate day;
    private final Map<Beat, DateRange> periods = new HashMap<>();
    private final Map<Limited, DutyDue> dues = new HashMap<>();
    private final Map<Held, Responsible> persons = new HashMap<>();

    Day(DutyCalendar calendar, LocalDate day) {
        this.calendar = calendar;
        this.day = day;
    }

    void begins(Beat beat, DateRange period) {
        periods.put(beat, period);
    }

    DutyOccurrence occurrence(Line line) {
        Duty duty = line.held().duty();
        DutyDue due =
                dues.computeIfAbsent(
                        new Limited(duty.timing(), line.cadence(), line.beat()), this::due);
        DateRange period = period(line, due);
        LocalDate answering = due.lastDay().orElse(day);
        return new DutyOccurrence(
                new OccurrenceKey(duty.id(), line.post(), line.cadence(), day, line.beat().part()),
                duty,
                period,
                due,
                persons.computeIfAbsent(new Held(line.post(), answering), this::person),
                line.held().approverOf(line.post()));
    }

    /** What is done once may be done until its limit. */
    private DateRange period(Line line, DutyDue due) {
        DateRange period = periods.getOrDefault(line.beat(), DateRange.ofClosed(day, day));
        return line.cadence() == Cadence.SETUP
                ? DateRange.ofClosed(day, due.lastDay().orElse(day))
                : period;
    }

    private DutyDue due(Limited of) {
        DutyTimes times = calendar.times();
        Timing timing = of.timing();
        if (of.cadence() == Cadence.SETUP) {
            return DutyDue.setup(timing, day, times);
        }
        if (of.beat().shift().isPresent()) {
            Shift shift = of.beat().shift().get();
            return DutyDue.in(timing, shift, day, times);
        }
        DateRange period = periods.getOrDefault(of.beat(), DateRange.ofClosed(day, day));
        return DutyDue.in(timing, of.cadence(), period, times);
    }

    private Responsible person(Held held) {
        return calendar.responsibility().on(held.post(), held.day());
    }

    private record Limited(Timing timing, Cadence cadence, Beat beat) {}

    private record Held(PostKey post, LocalDate day) {}
}
