package dev.guanjia.organisation.segregation;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;

/**
 * That one person may combine one pair for a time. It always ends.
 *
 * @param staff the person
 * @param pair the pair, with the rule that keeps it apart
 * @param approver who allowed it, in which post; another person
 * @param reason why, not blank
 * @param approvedOn the day of the approval
 * @param first the first day, included; not before the approval
 * @param last the last day, included; not before {@code first}
 */
public record RuleOverride(
        StaffId staff,
        SegregatedPair pair,
        Actor approver,
        String reason,
        LocalDate approvedOn,
        LocalDate first,
        LocalDate last) {

    /** An exception without a reason or an end is no exception. */
    public RuleOverride {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("override gives no reason: " + staff + " " + pair);
        }
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("override runs backwards: " + first + " to " + last);
        }
    }

    /**
     * Whether it holds on a day.
     *
     * @param day the day
     * @return true from {@code first} to {@code last}, both included
     */
    public boolean isLive(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    boolean lifts(StaffId person, SegregatedPair wanted) {
        return staff.equals(person) && pair.equals(wanted);
    }

    boolean overlaps(RuleOverride other) {
        return lifts(other.staff, other.pair) && (isLive(other.first) || other.isLive(first));
    }
}
