package dev.guanjia.duty;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.organisation.PostKey;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * Names one occurrence of a duty. The cadence belongs to it: a report that is due monthly and
 * yearly has two occurrences that start on 1 January.
 *
 * @param duty the duty
 * @param post the post that has it
 * @param cadence the cadence it comes from
 * @param start the first day of the period
 * @param part what tells occurrences of one day apart: the shift or the event; empty when the day
 *     does
 */
public record OccurrenceKey(
        DutyId duty, PostKey post, Cadence cadence, LocalDate start, String part)
        implements Comparable<OccurrenceKey> {

    private static final Comparator<OccurrenceKey> ORDER =
            Comparator.comparing(OccurrenceKey::start)
                    .thenComparing(OccurrenceKey::duty)
                    .thenComparing(OccurrenceKey::post)
                    .thenComparing(OccurrenceKey::cadence)
                    .thenComparing(OccurrenceKey::part);

    /**
     * The one occurrence that begins on a day.
     *
     * @param duty the duty
     * @param post the post that has it
     * @param cadence the cadence it comes from
     * @param start the first day of the period
     */
    public OccurrenceKey(DutyId duty, PostKey post, Cadence cadence, LocalDate start) {
        this(duty, post, cadence, start, "");
    }

    /** Orders by start, duty, post, cadence and part. */
    @Override
    public int compareTo(OccurrenceKey other) {
        return ORDER.compare(this, other);
    }

    /** {@code D-004B-RC-06/CS_ASSISTANT/monthly/2026-03-01}, and the part when there is one. */
    @Override
    public String toString() {
        String day = duty + "/" + post + "/" + cadence.code() + "/" + start;
        return part.isEmpty() ? day : day + "/" + part;
    }
}
