package dev.guanjia.billing.arrears;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;

/**
 * A stretch of days since the due day.
 *
 * @param key which one
 * @param label for people
 * @param firstDay the first day, included
 * @param lastDay the last day, included, not before the first
 */
public record AgeBucket(String key, Label label, long firstDay, long lastDay) {

    /** A bucket holds a day. */
    public AgeBucket {
        if (lastDay < firstDay) {
            throw new IllegalArgumentException(key + " runs from " + firstDay + " to " + lastDay);
        }
    }

    boolean contains(long days) {
        return firstDay <= days && days <= lastDay;
    }

    static AgeBucket from(Row row) {
        return new AgeBucket(
                row.required("key"),
                row.label(),
                day(row, "first_day", Long.MIN_VALUE),
                day(row, "last_day", Long.MAX_VALUE));
    }

    private static long day(Row row, String column, long open) {
        return row.text(column).isEmpty() ? open : row.as(column, Long::parseLong);
    }
}
