package dev.guanjia.organisation.staff;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import java.time.LocalDate;

/**
 * A kind of qualification: a row of {@code qualification-kinds.csv}. Source: requirements 01,
 * section 8.
 *
 * @param key its key
 * @param label its name
 * @param certificate whether a paper proves it (上岗证), else training or knowledge on record
 * @param from the first day of the row
 * @param source where the row comes from
 */
public record QualificationKind(
        QualificationKey key, Label label, boolean certificate, LocalDate from, String source) {

    static QualificationKind read(Row row) {
        return new QualificationKind(
                row.as("id", QualificationKey::new),
                row.label(),
                row.yes("certificate"),
                row.from(),
                row.required("source"));
    }
}
