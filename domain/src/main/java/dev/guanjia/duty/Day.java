package dev.guanjia.duty;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsible;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What begins on one day. Due times and persons that many lines share are found once. */
final class Day {

    private final DutyCalendar calendar;
    private final LocalDate day;
    private final Map<Beat, DateRange> periods = new HashMap<>();
    private final @Nullable Term[] terms;
    private final Map<LocalDate, Map<PostKey, Responsible>> persons = new HashMap<>();

    /** The period of a limit, its due time, and who answers on that day, by post. */
    private record Term(
            DateRange period,
            DutyDue due,
            LocalDate answering,
            Map<PostKey, Responsible> persons) {}

    Day(DutyCalendar calendar, LocalDate day, int limits) {
        this.calendar = calendar;
        this.day = day;
        this.terms = new Term[limits];
    }

    void begins(Beat beat, DateRange period) {
        periods.put(beat, period);
    }

    DutyOccurrence occurrence(Expansion.Numbered numbered) {
        Line line = numbered.line();
        Term term = terms[numbered.limit()];
        if (term == null) {
            term = term(line);
            terms[numbered.limit()] = term;
        }
        Duty duty = line.held().duty();
        PostKey post = line.post();
        LocalDate answering = term.answering();
        Responsible person =
                term.persons()
                        .computeIfAbsent(
                                post, held -> calendar.responsibility().on(held, answering));
        return new DutyOccurrence(
                new OccurrenceKey(duty.id(), post, line.cadence(), day, line.beat().part()),
                duty,
                term.period(),
                term.due(),
                person,
                line.held().approverOf(post));
    }

    private Term term(Line line) {
        DateRange period = periods.getOrDefault(line.beat(), DateRange.ofClosed(day, day));
        DutyDue due = due(line, period);
        LocalDate answering = due.lastDay().orElse(day);
        // What is done once may be done until its limit.
        boolean once = line.cadence() == Cadence.SETUP;
        return new Term(
                once ? DateRange.ofClosed(day, answering) : period,
                due,
                answering,
                persons.computeIfAbsent(answering, none -> new HashMap<>()));
    }

    private DutyDue due(Line line, DateRange period) {
        DutyTimes times = calendar.times();
        Timing timing = line.held().duty().timing();
        if (line.cadence() == Cadence.SETUP) {
            return DutyDue.setup(timing, day, times);
        }
        return line.beat()
                .shift()
                .map(shift -> DutyDue.in(timing, shift, day, times))
                .orElseGet(() -> DutyDue.in(timing, line.cadence(), period, times));
    }
}
