package dev.guanjia.server.demo;

import dev.guanjia.client.ProblemException;
import dev.guanjia.client.model.FieldError;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which rows of an import a refusal names, and why, in the columns of the city's export. */
final class RowProblems {

    private static final Pattern ROW = Pattern.compile("/rows/(\\d+)(?:/(\\w+))?");
    private static final Map<String, String> COLUMNS =
            Map.of(
                    "source_reference", "CASE_ENQUIRY_ID",
                    "title", "TYPE",
                    "received_at", "OPEN_DT",
                    "due_at", "TARGET_DT",
                    "resolved_at", "CLOSED_DT",
                    "closure", "CLOSURE_REASON");

    private RowProblems() {}

    /** By the number of the row, from 0; empty if the refusal is not about rows. */
    static SortedMap<Integer, String> of(ProblemException no) {
        SortedMap<Integer, String> byRow = new TreeMap<>();
        for (FieldError error : no.errors()) {
            Matcher place = ROW.matcher(error.getPointer());
            if (place.matches()) {
                byRow.merge(
                        Integer.valueOf(place.group(1)),
                        column(place.group(2)) + error.getMessage(),
                        (one, other) -> one + "; " + other);
            }
        }
        return byRow;
    }

    private static String column(@Nullable String field) {
        return field == null ? "" : COLUMNS.getOrDefault(field, field) + ": ";
    }
}
