package dev.guanjia.calendar;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The last day that is in time, and what was done to the day that the rule names.
 *
 * @param nominal the day that the rule names in the period, before any move
 * @param day the last day in time; empty when the working days around it are not announced yet
 * @param adjustments what was done, in the order of their type
 */
public record DueDay(LocalDate nominal, Optional<LocalDate> day, Set<Adjustment> adjustments) {

    /** Copies the adjustments; an unknown day says so. */
    public DueDay {
        adjustments = Collections.unmodifiableSet(new TreeSet<>(adjustments));
        if (day.isEmpty() != adjustments.contains(Adjustment.UNANNOUNCED)) {
            throw new IllegalArgumentException("a day is known or unannounced: " + adjustments);
        }
    }

    /** What can happen to the day that a rule names. */
    public enum Adjustment {
        /** The month is shorter than the rule's day; its last day stands in. */
        CLAMPED,
        /** The company reads "by day N" as "before day N" (06 A-62). */
        STRICTLY_BEFORE,
        /** Not worked: moved to the working day before. */
        MOVED_BEFORE,
        /** Not worked: moved to the working day after. */
        MOVED_AFTER,
        /** Not worked, and no working day lies between the period's start and it: kept. */
        KEPT,
        /** The working days of that year are not announced: the day cannot be said yet. */
        UNANNOUNCED
    }
}
