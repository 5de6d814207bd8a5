package dev.guanjia.organisation.company;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import java.time.LocalDate;

/**
 * A department or unit (部门) that the requirements name: a row of {@code departments.csv}. Source:
 * requirements 01, section 3.
 *
 * @param key its key
 * @param label its name
 * @param function what it does, under one name for all sources, e.g. {@code CUSTOMER_SERVICE}
 * @param from the first day of the row
 * @param source where the row comes from
 */
public record Department(
        DepartmentKey key, Label label, String function, LocalDate from, String source) {

    static Department read(Row row) {
        return new Department(
                row.as("id", DepartmentKey::new),
                row.label(),
                row.required("function"),
                row.from(),
                row.required("source"));
    }
}
