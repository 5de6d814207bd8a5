package dev.guanjia.server.demo;

import dev.guanjia.client.model.WorkOrderImportRow;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A row of the city's export.
 *
 * @param line where it begins in the file
 * @param reference the city's own number
 * @param type what it is about
 * @param dates when it came in, was due and ended
 * @param said what the city says of it
 */
record ServiceRequestRow(long line, String reference, String type, Dates dates, Said said) {

    /**
     * The due time that the city gave, if it gave one, and the end, if there was one.
     *
     * @param opened when it came in
     * @param target the last instant in time; null when the city gave none
     * @param closed when it ended; null when the city gives no end
     */
    record Dates(
            OffsetDateTime opened,
            @Nullable OffsetDateTime target,
            @Nullable OffsetDateTime closed) {}

    /**
     * The city's own words.
     *
     * @param status {@code Open} or {@code Closed}
     * @param verdict {@code ONTIME} or {@code OVERDUE}
     * @param closureReason why it was closed
     */
    record Said(String status, String verdict, String closureReason) {}

    /**
     * What we are told of it: neither the city's state nor its verdict, for those we find
     * ourselves. It ended when there is an end, or a reason that takes it out of a timely rate.
     */
    WorkOrderImportRow toImport() {
        boolean ended = dates.closed() != null || !closure().equals("HANDLED");
        return new WorkOrderImportRow()
                .sourceReference(reference)
                .title(type)
                .channel("PHONE")
                .receivedAt(dates.opened())
                .dueAt(dates.target())
                .resolvedAt(dates.closed())
                .closure(ended ? closure() : null);
    }

    /** What takes a request out of a timely rate: found invalid, or closed administratively. */
    private String closure() {
        if (said.closureReason().contains("Invalid")) {
            return "INVALID";
        }
        return said.closureReason().contains("ADCLSD") ? "ADMINISTRATIVE" : "HANDLED";
    }
}
