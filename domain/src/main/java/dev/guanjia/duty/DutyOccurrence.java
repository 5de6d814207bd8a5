package dev.guanjia.duty;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsible;
import java.util.Optional;

/**
 * A duty of a post in one period, one shift, or after one event.
 *
 * @param key its name
 * @param duty what is to be done
 * @param period the days in which it may be done; later it is late
 * @param due until when it is in time, and why
 * @param responsible who answers for it on the last day, or on the first where there is no limit
 * @param approver who confirms the performance; empty when nobody need
 */
public record DutyOccurrence(
        OccurrenceKey key,
        Duty duty,
        DateRange period,
        DutyDue due,
        Responsible responsible,
        Optional<PostKey> approver) {

    /** Key, duty, period and due time speak of the same thing. */
    public DutyOccurrence {
        boolean sameDuty = key.duty().equals(duty.id());
        boolean samePeriod = key.start().equals(period.start());
        boolean overBefore = due.lastDay().map(last -> last.isBefore(key.start())).orElse(false);
        if (!sameDuty || !samePeriod || overBefore) {
            throw new IllegalArgumentException(
                    key + " does not name " + duty.id() + " in " + period + " by " + due.lastDay());
        }
        if (approver.equals(Optional.of(key.post()))) {
            throw new IllegalArgumentException(key + " would confirm itself");
        }
    }
}
