package dev.guanjia.property;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which somebody lives or trades in a unit, for example by a lease.
 *
 * <p>Source: requirements 03 P-CUSTOMER-FILE.
 *
 * @param from the first day; null where nobody said since when: then it is any day before the end
 * @param until the day after the last; null while the end is open; the first day if it was entered
 *     by mistake: then it has no day
 */
public record Stay(@Nullable LocalDate from, @Nullable LocalDate until) {

    /** Of which nobody said when it began or ends. */
    public static final Stay UNKNOWN = new Stay(null, null);

    /** No stay ends before it starts. */
    public Stay {
        if (from != null && until != null && until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "stay ends before it starts: " + from + " to " + until);
        }
    }

    /**
     * Whether somebody lives there on a day.
     *
     * @param day any day
     * @return true from the first day, included, to {@link #until}, excluded
     */
    public boolean isOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }
}
