package dev.guanjia.plan;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.DueDay;
import dev.guanjia.catalogue.Label;
import dev.guanjia.duty.Duty;
import dev.guanjia.duty.DutyDue;
import dev.guanjia.duty.DutyId;
import dev.guanjia.duty.DutyOccurrence;
import dev.guanjia.duty.OccurrenceKey;
import dev.guanjia.duty.Origin;
import dev.guanjia.duty.Timing;
import dev.guanjia.organisation.PostKey;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A duty that stands in no catalogue because a plan or a meeting gave it: once, to a post, by a
 * node date. Its occurrence lives, is performed and confirmed as any other.
 *
 * @param id its key, which no duty of a catalogue has
 * @param text what is to be done, in the company's own words
 * @param owner who does it
 * @param verifier who confirms it; empty when the performance stands by itself, never the owner
 * @param days from the day it was given to the node date
 * @param evidence the records that prove it, any of them
 * @param source the plan or meeting that gave it
 */
public record NodeDuty(
        DutyId id,
        String text,
        PostKey owner,
        Optional<PostKey> verifier,
        DateRange days,
        List<String> evidence,
        String source) {

    /** The word of its deadline, as duties use it: the day that a plan or meeting named. */
    public static final String NODE_DATE = "node-date";

    /** Somebody else confirms it, on a day that exists. */
    public NodeDuty {
        evidence = List.copyOf(evidence);
        if (days.isEmpty() || verifier.equals(Optional.of(owner))) {
            throw new IllegalArgumentException(id + " of " + owner + " in " + days);
        }
    }

    /**
     * Its one occurrence, as the duty calendar lists them.
     *
     * @param staffing who answers for the owner on the node date, and in which zone the day ends
     * @return the occurrence; due at the end of the node date
     */
    public DutyOccurrence occurrence(Staffing staffing) {
        Timing once = new Timing(List.of(Cadence.EVENT), List.of(), List.of(NODE_DATE));
        Duty duty =
                new Duty(
                        id,
                        new Label(text, text),
                        List.of(owner),
                        once,
                        evidence,
                        verifier.stream().toList(),
                        new Origin(days.start(), Optional.empty(), source));
        return new DutyOccurrence(
                new OccurrenceKey(id, owner, Cadence.EVENT, days.start()),
                duty,
                days,
                due(staffing.zone()),
                staffing.answering(owner, days.last()),
                verifier);
    }

    private DutyDue due(ZoneId zone) {
        LocalDate node = days.last();
        return new DutyDue(
                Optional.of(days.end().atStartOfDay(zone).toInstant()),
                zone,
                NODE_DATE,
                DutyDue.Basis.PRINTED,
                Optional.of(new DueDay(node, Optional.of(node), Set.of())));
    }
}
