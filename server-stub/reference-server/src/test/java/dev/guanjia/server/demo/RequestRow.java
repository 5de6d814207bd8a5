package dev.guanjia.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** A row of a city's export, to be varied: closed in time unless something else is said. */
final class RequestRow {

    static final String HEADER =
            "CASE_ENQUIRY_ID,OPEN_DT,TARGET_DT,CLOSED_DT,OnTime_Status,CASE_STATUS,"
                    + "CLOSURE_REASON,SUBJECT,REASON,TYPE,Department,Source";
    private static final AtomicLong NUMBERS = new AtomicLong(101_009_000_000L);

    private final Map<String, String> cells = new LinkedHashMap<>();

    private RequestRow() {}

    /** Three days for it, closed after one. */
    static RequestRow closed() {
        RequestRow row = new RequestRow();
        Arrays.stream(HEADER.split(",")).forEach(column -> row.cells.put(column, ""));
        return row.with("CASE_ENQUIRY_ID", String.valueOf(NUMBERS.incrementAndGet()))
                .with("OPEN_DT", "03/02/2015 10:00:00 AM")
                .with("TARGET_DT", "03/05/2015 10:00:00 AM")
                .with("CLOSED_DT", "03/03/2015 10:00:00 AM")
                .with("OnTime_Status", "ONTIME")
                .with("CASE_STATUS", "Closed")
                .with("CLOSURE_REASON", "Case Closed :")
                .with("TYPE", "Plumbing");
    }

    /** Three days for it, and still open. */
    static RequestRow open() {
        return closed().with("CLOSED_DT", "")
                .with("OnTime_Status", "OVERDUE")
                .with("CASE_STATUS", "Open")
                .with("CLOSURE_REASON", " ");
    }

    RequestRow with(String column, String text) {
        cells.put(column, text);
        return this;
    }

    String id() {
        return cells.getOrDefault("CASE_ENQUIRY_ID", "");
    }

    @Override
    public String toString() {
        return cells.values().stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    /** A file of rows, the first on line 2. */
    static Path file(Path folder, Object... rows) {
        StringJoiner lines = new StringJoiner("\n", HEADER + "\n", "\n");
        Arrays.stream(rows).forEach(row -> lines.add(row.toString()));
        return write(folder, lines.toString());
    }

    static Path write(Path folder, String text) {
        try {
            Path file = folder.resolve("requests.csv");
            return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
