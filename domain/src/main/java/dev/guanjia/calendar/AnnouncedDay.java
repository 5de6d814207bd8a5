package dev.guanjia.calendar;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import java.time.LocalDate;

/**
 * A day that a notice of the State Council rules on: a row of {@code cn-holidays.csv}.
 *
 * @param day the day
 * @param worked whether it is worked in exchange for another; else it is off
 * @param label the holiday it belongs to
 * @param source the notice
 */
public record AnnouncedDay(LocalDate day, boolean worked, Label label, String source) {

    static AnnouncedDay read(Row row) {
        return new AnnouncedDay(
                row.as("date", LocalDate::parse),
                row.required("kind").equals("WORK"),
                row.label(),
                row.required("source"));
    }
}
