package dev.guanjia.duty;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsibility;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says which duties are due when, by whom. Only what the calendar alone fixes: daily, weekly,
 * monthly, quarterly, half-yearly and yearly duties.
 *
 * @param duties the catalogue
 * @param responsibility who answers for a post
 * @param zone where the company's days begin and end
 */
public record DutyCalendar(DutyCatalogue duties, Responsibility responsibility, ZoneId zone) {

    /**
     * The occurrences whose period starts in a range and not before the duty's first day.
     *
     * @param range any days; ranges that adjoin give occurrences that adjoin
     * @return ordered by period start, duty, post and cadence
     */
    public List<DutyOccurrence> occurrences(DateRange range) {
        return duties.all().stream()
                .flatMap(duty -> occurrences(duty, range))
                .sorted(Comparator.comparing(DutyOccurrence::key))
                .toList();
    }

    private Stream<DutyOccurrence> occurrences(Duty duty, DateRange range) {
        return duty.timing().cadences().stream()
                .flatMap(cadence -> occurrences(duty, cadence, range));
    }

    private Stream<DutyOccurrence> occurrences(Duty duty, Cadence cadence, DateRange range) {
        return cadence.periodsStartingIn(range).stream()
                .filter(period -> !period.start().isBefore(duty.origin().from()))
                .flatMap(
                        period ->
                                duty.posts().stream()
                                        .map(post -> occurrence(duty, cadence, period, post)));
    }

    private DutyOccurrence occurrence(Duty duty, Cadence cadence, DateRange period, PostKey post) {
        DutyDue due = DutyDue.of(duty.timing(), period, zone);
        return new DutyOccurrence(
                new OccurrenceKey(duty.id(), post, cadence, period.start()),
                duty,
                period,
                due,
                responsibility.on(post, due.lastDay()));
    }
}
