package dev.guanjia.duty;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsible;
import java.util.Optional;

/**
 * A duty of a post in one period.
 *
 * @param key its name
 * @param duty what is to be done
 * @param period when it may be done
 * @param due until when it is in time, and why; the last day lies in the period
 * @param responsible who answers for it on the last day
 */
public record DutyOccurrence(
        OccurrenceKey key, Duty duty, DateRange period, DutyDue due, Responsible responsible) {

    /** Key, duty, period and due time speak of the same thing. */
    public DutyOccurrence {
        boolean sameDuty = key.duty().equals(duty.id()) && duty.posts().contains(key.post());
        boolean samePeriod = key.start().equals(period.start()) && period.contains(due.lastDay());
        if (!sameDuty || !samePeriod) {
            throw new IllegalArgumentException(
                    key + " does not name " + duty.id() + " in " + period + " by " + due.lastDay());
        }
    }

    /**
     * Who confirms the performance.
     *
     * @return the approver's post, or empty when none is needed
     */
    public Optional<PostKey> approver() {
        return duty.approverOf(key.post());
    }
}
