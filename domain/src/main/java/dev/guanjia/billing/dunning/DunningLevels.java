package dev.guanjia.billing.dunning;

import dev.guanjia.catalogue.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ladder of dunning.
 *
 * @param all the lowest level first, each due later than the one before
 */
public record DunningLevels(List<DunningLevel> all) {

    private static final List<String> COLUMNS =
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
