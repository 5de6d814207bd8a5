package dev.guanjia.duty;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How late, or how early, a duty was performed.
 *
 * @param record a record whose performance stands
 * @param margin from the due time to the performance; negative when it was in time, zero for the
 *     first instant that is too late
 */
public record DutyMargin(DutyRecord record, Duration margin) {

    private static final Comparator<DutyMargin> SLOWEST_FIRST =
            Comparator.comparing(DutyMargin::margin)
                    .reversed()
                    .thenComparing(margin -> margin.record().occurrence().key());

    /**
     * Ranks performed duties by how late they were.
     *
     * @param records any records, in any order; those not performed or without a limit are left out
     * @return the largest margin first, equal margins in key order
     */
    public static List<DutyMargin> slowestFirst(Collection<DutyRecord> records) {
        return records.stream().flatMap(DutyMargin::of).sorted(SLOWEST_FIRST).toList();
    }

    private static Stream<DutyMargin> of(DutyRecord record) {
        return record.performance().stream()
                .flatMap(
                        done ->
                                record.occurrence().due().end().stream()
                                        .map(end -> Duration.between(end, done.at())))
                .map(margin -> new DutyMargin(record, margin));
    }
}
