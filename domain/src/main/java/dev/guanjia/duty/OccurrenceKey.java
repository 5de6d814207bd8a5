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
 */
public record OccurrenceKey(DutyId duty, PostKey post, Cadence cadence, LocalDate start)
        implements Comparable<OccurrenceKey> {

    private static final Comparator<OccurrenceKey> ORDER =
            Comparator.comparing(OccurrenceKey::start)
                    .thenComparing(OccurrenceKey::duty)
                    .thenComparing(OccurrenceKey::post)
                    .thenComparing(OccurrenceKey::cadence);

    /** Orders by start, duty, post and cadence. */
    @Override
    public int compareTo(OccurrenceKey other) {
        return ORDER.compare(this, other);
    }

    /** {@code D-004B-RC-06/CS_ASSISTANT/monthly/2026-03-01}. */
    @Override
    public String toString() {
        return duty + "/" + post + "/" + cadence.code() + "/" + start;
    }
}
