package dev.guanjia.server.demo;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.guanjia.server.demo.ServiceRequestRow.Dates;
import dev.guanjia.server.demo.ServiceRequestRow.Said;
import dev.guanjia.server.settings.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a city's export of service requests: columns by name, in any order, among any others.
 *
 * <p>A row that cannot be read is refused by itself; a file that is none is refused as a whole.
 */
final class ServiceRequests {

    private static final String NUMBER = "CASE_ENQUIRY_ID";
    private static final List<String> COLUMNS =
            List.of(
                    NUMBER,
                    "OPEN_DT",
                    "TARGET_DT",
                    "CLOSED_DT",
                    "OnTime_Status",
                    "CASE_STATUS",
                    "CLOSURE_REASON",
                    "TYPE");

    private final Path file;
    private final Console console;
    private final List<ServiceRequestRow> rows = new ArrayList<>();
    private final List<RefusedRequest> refused = new ArrayList<>();

    private ServiceRequests(Path file, Console console) {
        this.file = file;
        this.console = console;
    }

    /**
     * Reads a file.
     *
     * @param console in whose language faults are worded
     * @throws StartRefused if it is no such file
     */
    static ServiceRequests read(Path file, Console console) {
        ServiceRequests requests = new ServiceRequests(file, console);
        List<CsvRecord> records = requests.records();
        if (records.isEmpty()) {
            throw requests.no("requests.file.empty");
        }
        List<String> header = records.get(0).getFields().stream().map(String::strip).toList();
        requests.check(header);
        if (records.size() == 1) {
            throw requests.no("requests.file.no-rows");
        }
        records.stream().skip(1).forEach(record -> requests.add(header, record));
        return requests;
    }

    /** Where they were read from. */
    Path file() {
        return file;
    }

    /** Those that could be read. */
    List<ServiceRequestRow> rows() {
        return rows;
    }

    /** The others. */
    List<RefusedRequest> refused() {
        return refused;
    }

    private List<CsvRecord> records() {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text())) {
            reader.forEach(records::add);
        } catch (CsvParseException broken) {
            long last =
                    records.isEmpty() ? 0 : records.get(records.size() - 1).getStartingLineNumber();
            throw no("requests.file.broken", last);
        } catch (NoSuchFileException none) {
            throw no("requests.file.none");
        } catch (IOException e) {
            throw no("requests.file.unreadable", e);
        }
        return records;
    }

    /** What is no UTF-8 stands in texts that nothing depends on. */
    private String text() throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void check(List<String> header) {
        List<String> missing = COLUMNS.stream().filter(name -> !header.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw no("requests.file.no-column", String.join(", ", missing));
        }
        List<String> twice =
                COLUMNS.stream()
                        .filter(name -> header.indexOf(name) != header.lastIndexOf(name))
                        .toList();
        if (!twice.isEmpty()) {
            throw no("requests.file.column-twice", String.join(", ", twice));
        }
    }

    private void add(List<String> header, CsvRecord record) {
        List<String> fields = record.getFields();
        Map<String, String> byColumn = new HashMap<>();
        for (int i = 0; i < Math.min(header.size(), fields.size()); i++) {
            byColumn.put(header.get(i), fields.get(i));
        }
        RequestCells cells = new RequestCells(byColumn, console);
        if (fields.size() != header.size()) {
            cells.faults().add(cellCount(fields, header.size()));
        }
        long line = record.getStartingLineNumber();
        Optional<ServiceRequestRow> row =
                cells.faults().isEmpty() ? row(line, cells) : Optional.empty();
        row.ifPresentOrElse(
                rows::add,
                () ->
                        refused.add(
                                new RefusedRequest(
                                        line,
                                        cells.text(NUMBER),
                                        String.join("; ", cells.faults()))));
    }

    /** A quote that is never closed swallows lines: then it is said how many. */
    private String cellCount(List<String> fields, int expected) {
        long more = String.join("", fields).chars().filter(c -> c == '\n').count();
        return console.text("requests.cells", fields.size(), expected, more + 1);
    }

    private static Optional<ServiceRequestRow> row(long line, RequestCells cells) {
        String number = cells.required(NUMBER);
        String type = cells.required("TYPE");
        cells.required("OPEN_DT");
        OffsetDateTime opened = cells.time("OPEN_DT", null).orElse(null);
        OffsetDateTime target = cells.time("TARGET_DT", opened).orElse(null);
        OffsetDateTime closed = cells.time("CLOSED_DT", opened).orElse(null);
        if (opened == null || !cells.faults().isEmpty()) {
            return Optional.empty();
        }
        Said said =
                new Said(
                        cells.text("CASE_STATUS"),
                        cells.text("OnTime_Status"),
                        cells.text("CLOSURE_REASON"));
        Dates dates = new Dates(opened, target, closed);
        return Optional.of(new ServiceRequestRow(line, number, type, dates, said));
    }

    private StartRefused no(String key, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = file;
        System.arraycopy(values, 0, all, 1, values.length);
        return new StartRefused(StartRefused.USAGE, Console.plain(console.text(key, all)));
    }
}
