package dev.guanjia.plan.meeting;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.time.LocalDate;
import java.util.List;

/**
 * A class of meetings: a row of {@code meeting-kinds.csv}. Source: requirements 03 P-MEETING.
 *
 * @param id its key, e.g. {@code BIWEEKLY_GROUP}
 * @param label its name
 * @param rhythm how often it is held
 * @param record the record of its minutes, e.g. {@code R-MEETING-MIN}
 * @param from the first day of the row
 * @param source where the row comes from
 */
public record MeetingKind(
        String id,
        Label label,
        MeetingRhythm rhythm,
        String record,
        LocalDate from,
        String source) {

    private static final List<String> COLUMNS =
            List.of("id", "zh", "en", "rhythm", "record", "from", "source");

    /**
     * Loads the classes that ship with the library.
     *
     * @return in file order
     */
    public static List<MeetingKind> load() {
        return of(Table.of(MeetingKind.class, "meeting-kinds.csv", COLUMNS));
    }

    /**
     * Reads classes from rows of the same form.
     *
     * @param table columns {@code id,zh,en,rhythm,record,from,source}
     * @return in file order
     * @throws dev.guanjia.catalogue.CatalogueException if a row is faulty
     */
    public static List<MeetingKind> of(Table table) {
        return table.unique("id").map(MeetingKind::read);
    }

    private static MeetingKind read(Row row) {
        return new MeetingKind(
                row.required("id"),
                row.label(),
                row.as("rhythm", MeetingRhythm::valueOf),
                row.required("record"),
                row.from(),
                row.required("source"));
    }
}
