package dev.guanjia.duty;

import dev.guanjia.catalogue.Row;
import java.time.LocalDate;

/**
 * Since when a row holds and where it comes from.
 *
 * @param from the first day
 * @param source the items of the sources; {@code [P]} marks what the requirements propose
 */
public record Origin(LocalDate from, String source) {

    static Origin read(Row row) {
        return new Origin(row.from(), row.required("source"));
    }
}
