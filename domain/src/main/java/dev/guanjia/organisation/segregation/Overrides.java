package dev.guanjia.organisation.segregation;

import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A company's overrides over time. They are added, never taken back: what was lifted stays known.
 *
 * @param rows ordered by first day, then person; no two for one person and pair on one day
 */
public record Overrides(List<RuleOverride> rows) {

    private static final Comparator<RuleOverride> ORDER =
            Comparator.comparing(RuleOverride::first)
                    .thenComparing(RuleOverride::staff)
                    .thenComparing(row -> row.pair().toString());

    /** Two overrides of one pair at once would leave open who answers for it. */
    public Overrides {
        rows = rows.stream().sorted(ORDER).toList();
        for (int i = 0; i < rows.size(); i++) {
            RuleOverride row = rows.get(i);
            if (rows.subList(i + 1, rows.size()).stream().anyMatch(row::overlaps)) {
                throw new IllegalArgumentException("override stands twice: " + row);
            }
        }
    }

    /**
     * No overrides.
     *
     * @return the empty list
     */
    public static Overrides none() {
        return new Overrides(List.of());
    }

    /**
     * The override that lets a person combine a pair on a day.
     *
     * @param staff the person
     * @param pair the pair
     * @param day the day
     * @return the override, or empty when none is live
     */
    public Optional<RuleOverride> live(StaffId staff, SegregatedPair pair, LocalDate day) {
        return rows.stream().filter(row -> row.lifts(staff, pair) && row.isLive(day)).findFirst();
    }

    /**
     * The override that let a person combine a pair last, and has ended.
     *
     * @param staff the person
     * @param pair the pair
     * @param day the day
     * @return the latest that ended before the day, or empty when there was none
     */
    public Optional<RuleOverride> ended(StaffId staff, SegregatedPair pair, LocalDate day) {
        return rows.stream()
                .filter(row -> row.lifts(staff, pair) && row.last().isBefore(day))
                .reduce((earlier, later) -> later);
    }

    Overrides with(RuleOverride added) {
        List<RuleOverride> all = new ArrayList<>(rows);
        all.add(added);
        return new Overrides(all);
    }
}
