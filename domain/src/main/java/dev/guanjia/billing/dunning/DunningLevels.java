package dev.guanjia.billing.dunning;

import dev.guanjia.catalogue.Table;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ladder of dunning.
 *
 * @param all the lowest level first, each due later than the one before
 */
public record DunningLevels(List<DunningLevel> all) {

    /** The header of a table of levels. */
    public static final List<String> COLUMNS =
            List.of("key", "zh", "en", "action", "channel", "days_overdue", "skip", "source");

    /** A higher level is due later. */
    public DunningLevels {
        all = List.copyOf(all);
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).daysOverdue() <= all.get(i - 1).daysOverdue()) {
                throw new IllegalArgumentException(
                        all.get(i).key() + " is due no later than " + all.get(i - 1).key());
            }
        }
    }

    /**
     * The levels of {@code dunning-levels.csv}.
     *
     * @return notice, call, visit, lawyer's letter
     */
    public static DunningLevels load() {
        return of(Table.of(DunningLevels.class, "dunning-levels.csv", COLUMNS));
    }

    /**
     * The levels of another file with the same columns.
     *
     * @param table its rows, the lowest level first
     * @return the levels
     * @throws IllegalArgumentException if a level is due no later than the one before
     */
    public static DunningLevels of(Table table) {
        return new DunningLevels(table.unique("key").unique("action").map(DunningLevel::from));
    }

    /**
     * These levels as a company changes them.
     *
     * @param table rows with the columns {@link #COLUMNS}; one with a known key takes the place of
     *     that level, any other is one more
     * @return the levels, by the days after which they are due
     * @throws IllegalArgumentException if two are due on one day, or two are taken by one step
     */
    public DunningLevels with(Table table) {
        Map<String, DunningLevel> levels = new LinkedHashMap<>();
        all.forEach(level -> levels.put(level.key(), level));
        of(table).all().forEach(level -> levels.put(level.key(), level));
        List<DunningLevel> sorted =
                levels.values().stream()
                        .sorted(Comparator.comparingInt(DunningLevel::daysOverdue))
                        .toList();
        if (sorted.stream().map(DunningLevel::action).distinct().count() < sorted.size()) {
            throw new IllegalArgumentException("two levels are taken by one step: " + sorted);
        }
        return new DunningLevels(sorted);
    }

    /** The first level that has not been taken, counting none below the highest taken. */
    Optional<DunningLevel> after(Set<DunningAction> taken) {
        int next = 0;
        for (int i = 0; i < all.size(); i++) {
            next = taken.contains(all.get(i).action()) ? i + 1 : next;
        }
        return next < all.size() ? Optional.of(all.get(next)) : Optional.empty();
    }

    /**
     * How far a case has climbed.
     *
     * @param log every contact of it
     * @return the highest level taken; empty before the first
     */
    public Optional<DunningLevel> reached(List<Contact> log) {
        return all.stream()
                .filter(level -> log.stream().anyMatch(one -> one.action() == level.action()))
                .reduce((lower, higher) -> higher);
    }

    /** The lowest level below a step that must be taken first. */
    Optional<DunningLevel> skippedBy(DunningAction action, Set<DunningAction> taken) {
        boolean isLevel = all.stream().anyMatch(level -> level.action() == action);
        return isLevel
                ? all.stream()
                        .takeWhile(level -> level.action() != action)
                        .filter(level -> !level.mayBeSkipped())
                        .filter(level -> !taken.contains(level.action()))
                        .findFirst()
                : Optional.empty();
    }
}
