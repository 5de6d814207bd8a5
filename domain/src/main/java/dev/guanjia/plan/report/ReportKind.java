package dev.guanjia.plan.report;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.time.LocalDate;
import java.util.List;

/**
 * A kind of report: a row of {@code report-kinds.csv}. Source: requirements 03 P-PLAN.
 *
 * @param id its key, e.g. {@code WEEKLY_REPORT}
 * @param label its name
 * @param cadence how often it is owed; fixed by the calendar alone
 * @param record the record it is, e.g. {@code R-WEEKLY}
 * @param from the first day of the row
 * @param source where the row comes from
 */
public record ReportKind(
        String id, Label label, Cadence cadence, String record, LocalDate from, String source) {

    private static final List<String> COLUMNS =
            List.of("id", "zh", "en", "cadence", "record", "from", "source");

    /** A report that comes round at no known time would never be owed. */
    public ReportKind {
        if (!cadence.isCalendarBound()) {
            throw new IllegalArgumentException("report needs a calendar period: " + cadence.code());
        }
    }

    /**
     * Loads the kinds that ship with the library.
     *
     * @return in file order
     */
    public static List<ReportKind> load() {
        return of(Table.of(ReportKind.class, "report-kinds.csv", COLUMNS));
    }

    /**
     * Reads kinds from rows of the same form.
     *
     * @param table columns {@code id,zh,en,cadence,record,from,source}
     * @return in file order
     * @throws dev.guanjia.catalogue.CatalogueException if a row is faulty
     */
    public static List<ReportKind> of(Table table) {
        return table.unique("id").map(ReportKind::read);
    }

    private static ReportKind read(Row row) {
        return new ReportKind(
                row.required("id"),
                row.label(),
                row.as("cadence", Cadence::parse),
                row.required("record"),
                row.from(),
                row.required("source"));
    }
}
