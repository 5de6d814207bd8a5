package dev.guanjia.duty;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Ranks performed duties by how late they were. */
public final class SlowestDuties {

    private static final Comparator<DutyMargin> SLOWEST_FIRST =
            Comparator.comparing(DutyMargin::margin)
                    .reversed()
                    .thenComparing(margin -> margin.record().occurrence().key());

    private SlowestDuties() {}

    /**
     * Ranks records.
     *
     * @param records any records, in any order; those not performed or without a limit are left out
     * @return the largest margin first, equal margins in key order
     */
    public static List<DutyMargin> of(Collection<DutyRecord> records) {
        return records.stream().flatMap(SlowestDuties::margin).sorted(SLOWEST_FIRST).toList();
    }

    private static Stream<DutyMargin> margin(DutyRecord record) {
        return record.performance().stream()
                .flatMap(
                        done ->
                                record.occurrence().due().end().stream()
                                        .map(end -> Duration.between(end, done.at())))
                .map(margin -> new DutyMargin(record, margin));
    }
}
