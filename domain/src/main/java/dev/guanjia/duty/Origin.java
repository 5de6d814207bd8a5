package dev.guanjia.duty;

import dev.guanjia.catalogue.Row;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Since when a row holds, until when, and where it comes from.
 *
 * @param from the first day
 * @param until the day on which a later row takes its place or retires it, excluded and after
 *     {@code from}; empty while none does
 * @param source the items of the sources; {@code [P]} marks what the requirements propose
 */
public record Origin(LocalDate from, Optional<LocalDate> until, String source) {

    /** A row holds for a day at least. */
    public Origin {
        if (until.isPresent() && !until.get().isAfter(from)) {
            throw new IllegalArgumentException(
                    "a row from " + from + " cannot end on " + until.get());
        }
    }

    static Origin read(Row row) {
        return new Origin(row.from(), Optional.empty(), row.required("source"));
    }

    /**
     * Whether the row is in force on a day.
     *
     * @param day the day
     * @return true from {@code from} to the day before {@code until}
     */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
    }

    Origin until(LocalDate day) {
        return new Origin(from, Optional.of(day), source);
    }
}
