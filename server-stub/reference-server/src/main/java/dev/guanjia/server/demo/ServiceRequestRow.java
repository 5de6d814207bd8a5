package dev.guanjia.server.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.guanjia.client.model.WorkOrderImportRow;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of the city's export.
 *
 * @param reference the city's own number
 * @param title what it is about
 * @param dates opened, target and closed, as printed: local times, the last two possibly empty
 * @param closureReason why it was closed
 * @param verdict the city's own {@code ONTIME} or {@code OVERDUE}
 */
record ServiceRequestRow(
        String reference, String title, Dates dates, String closureReason, String verdict) {

    static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final DateTimeFormatter PRINTED =
            DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US);

    /** As printed. */
    record Dates(String opened, String target, String closed) {}

    static ServiceRequestRow of(NamedCsvRecord record) {
        return new ServiceRequestRow(
                record.getField("CASE_ENQUIRY_ID"),
                record.getField("TYPE"),
                new Dates(
                        record.getField("OPEN_DT"),
                        record.getField("TARGET_DT"),
                        record.getField("CLOSED_DT")),
                record.getField("CLOSURE_REASON"),
                record.getField("OnTime_Status"));
    }

    Instant opened() {
        return instant(dates.opened()).toInstant();
    }

    /** The due time that the city gave; null when it gave none. */
    @Nullable Instant target() {
        return dates.target().isBlank() ? null : instant(dates.target()).toInstant();
    }

    WorkOrderImportRow toImport() {
        WorkOrderImportRow row =
                new WorkOrderImportRow()
                        .sourceReference(reference)
                        .title(title)
                        .channel("PHONE")
                        .receivedAt(instant(dates.opened()));
        if (!dates.target().isBlank()) {
            row.dueAt(instant(dates.target()));
        }
        if (!dates.closed().isBlank()) {
            row.resolvedAt(instant(dates.closed())).closure(closure());
        }
        return row;
    }

    /** What takes a request out of a timely rate: found invalid, or closed administratively. */
    private String closure() {
        if (closureReason.contains("Invalid")) {
            return "INVALID";
        }
        return closureReason.contains("ADCLSD") ? "ADMINISTRATIVE" : "HANDLED";
    }

    /** Local time; in the hour that comes twice, the first of the two. */
    private static OffsetDateTime instant(String printed) {
        return LocalDateTime.parse(printed, PRINTED)
                .atZone(ZONE)
                .withEarlierOffsetAtOverlap()
                .toOffsetDateTime();
    }
}
