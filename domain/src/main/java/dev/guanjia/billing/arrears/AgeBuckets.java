package dev.guanjia.billing.arrears;

import dev.guanjia.catalogue.Table;
import java.util.List;

/**
 * The buckets of an ageing, without gap or overlap.
 *
 * @param all the earliest days first
 */
public record AgeBuckets(List<AgeBucket> all) {

    /** The header of a table of buckets. */
    public static final List<String> COLUMNS =
            List.of("key", "zh", "en", "first_day", "last_day", "source");

    /** Every number of days has its one bucket. */
    public AgeBuckets {
        all = List.copyOf(all);
        long next = Long.MIN_VALUE;
        for (AgeBucket bucket : all) {
            if (bucket.firstDay() != next) {
                throw new IllegalArgumentException(
                        bucket.key() + " starts at " + bucket.firstDay() + ", not at " + next);
            }
            next = bucket.lastDay() + 1;
        }
        if (next != Long.MIN_VALUE || all.isEmpty()) {
            throw new IllegalArgumentException("the last bucket must have no end: " + all);
        }
    }

    /**
     * The buckets of {@code age-buckets.csv}.
     *
     * @return not due, then 30, 60, 90, 180, 365 days and over a year
     */
    public static AgeBuckets load() {
        return of(Table.of(AgeBuckets.class, "age-buckets.csv", COLUMNS));
    }

    /**
     * The buckets of another file with the same columns, which take the place of all of these: a
     * single one cannot be changed without its neighbours.
     *
     * @param table its rows, the earliest days first
     * @return the buckets
     * @throws IllegalArgumentException if days are left out or counted twice, or no row is open at
     *     an end
     */
    public static AgeBuckets of(Table table) {
        return new AgeBuckets(table.unique("key").map(AgeBucket::from));
    }

    /**
     * Finds the bucket.
     *
     * @param days since the due day; zero or less for what is not overdue
     * @return the one that holds it
     */
    public AgeBucket of(long days) {
        return all.stream().filter(bucket -> bucket.contains(days)).findFirst().orElseThrow();
    }
}
