package dev.guanjia.server.application;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.guanjia.server.application.Told.Classed;
import dev.guanjia.server.application.Told.Place;
import dev.guanjia.server.application.Told.Reached;
import dev.guanjia.server.application.Told.Who;
import dev.guanjia.server.application.Told.Words;
import dev.guanjia.server.problem.FieldCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a file of requests; what is wrong is noted with its row and column. */
final class RequestFile {

    private static final int MOST_ROWS = 1000;
    private static final int MOST_NEEDS = 10;
    private static final String BETWEEN = ";";
    private static final Pattern CHANNEL = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
    private static final List<String> REQUIRED =
            List.of("source_reference", "kind", "community_id", "title", "channel", "received_at");

    /** How long the texts of a column may be. */
    private static final Map<String, Integer> COLUMNS =
            Map.ofEntries(
                    Map.entry("source_reference", 128),
                    Map.entry("kind", 64),
                    Map.entry("community_id", 35),
                    Map.entry("unit_id", 35),
                    Map.entry("building_id", 35),
                    Map.entry("area", 100),
                    Map.entry("needs", 700),
                    Map.entry("title", 200),
                    Map.entry("description", 4000),
                    Map.entry("channel", 64),
                    Map.entry("received_at", 64),
                    Map.entry("due_at", 64),
                    Map.entry("severity", 64),
                    Map.entry("place_kind", 64),
                    Map.entry("customer_class", 64),
                    Map.entry("requester_name", 100),
                    Map.entry("requester_phone", 50));

    private final Given given;

    RequestFile(Given given) {
        this.given = given;
    }

    /**
     * A row that could be read.
     *
     * @param number 1 for the first after the header
     * @param told what it tells
     * @param content all that it says, to tell another version of it
     */
    record Line(int number, Told told, String content) {

        String at() {
            return "/rows/" + number;
        }

        String reference() {
            return String.valueOf(told.reached().reference());
        }
    }

    /** The rows that could be read; all of them, if nothing is noted. */
    List<Line> read(String text) {
        List<CsvRecord> records = records(text);
        if (records.isEmpty()) {
            given.wrong("/columns", FieldCode.WRONG_FORMAT, "expected", String.join(",", REQUIRED));
            return List.of();
        }
        List<String> columns = records.get(0).getFields();
        header(columns);
        int rows = records.size() - 1;
        if (rows < 1 || rows > MOST_ROWS) {
            Map<String, String> facts = Map.of("least", "1", "most", String.valueOf(MOST_ROWS));
            given.faults().add("/rows", FieldCode.WRONG_LENGTH, facts);
        }
        given.end();
        List<Line> lines = new ArrayList<>();
        for (int number = 1; number <= rows; number++) {
            line(number, columns, records.get(number).getFields()).ifPresent(lines::add);
        }
        return lines;
    }

    private List<CsvRecord> records(String text) {
        List<CsvRecord> records = new ArrayList<>();
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(plain)) {
            reader.forEach(records::add);
        } catch (CsvParseException broken) {
            int row = records.size();
            given.wrong("/rows/" + row, FieldCode.WRONG_FORMAT, "expected", "RFC 4180");
            given.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }

    private void header(List<String> columns) {
        Map<String, Integer> seen = new TreeMap<>();
        columns.forEach(column -> seen.merge(column, 1, Integer::sum));
        seen.forEach(
                (column, times) -> {
                    if (!COLUMNS.containsKey(column)) {
                        note("/columns/" + column, FieldCode.UNKNOWN_FIELD);
                    } else if (times > 1) {
                        note("/columns/" + column, FieldCode.DUPLICATE_FIELD);
                    }
                });
        REQUIRED.stream()
                .filter(column -> !seen.containsKey(column))
                .forEach(column -> note("/columns/" + column, FieldCode.MISSING));
    }

    private Optional<Line> line(int number, List<String> columns, List<String> cells) {
        String at = "/rows/" + number;
        if (cells.size() != columns.size()) {
            return given.wrong(at, FieldCode.WRONG_FORMAT, "expected", columns.size() + " cells");
        }
        Map<String, String> row = new TreeMap<>();
        boolean fits = true;
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                row.put(columns.get(i), cells.get(i));
                fits &= fits(at + "/" + columns.get(i), columns.get(i), cells.get(i));
            }
        }
        for (String column : REQUIRED) {
            if (!row.containsKey(column)) {
                fits = false;
                note(at + "/" + column, FieldCode.MISSING);
            }
        }
        Instant received = moment(at + "/received_at", row.get("received_at"));
        Instant due = moment(at + "/due_at", row.get("due_at"));
        boolean bad = received == null || due == null && row.containsKey("due_at");
        return fits && !bad ? Optional.of(line(number, row, received, due)) : Optional.empty();
    }

    private static Line line(
            int number, Map<String, String> row, Instant received, @Nullable Instant due) {
        Told told =
                new Told(
                        row.getOrDefault("kind", ""),
                        new Place(
                                row.getOrDefault("community_id", ""),
                                row.get("unit_id"),
                                row.get("building_id"),
                                row.get("area")),
                        new Words(row.getOrDefault("title", ""), row.get("description")),
                        new Classed(
                                row.get("severity"),
                                row.get("place_kind"),
                                needs(row.get("needs"))),
                        new Reached(
                                row.getOrDefault("channel", ""),
                                received,
                                row.get("source_reference"),
                                who(row)),
                        due);
        return new Line(number, told, row.toString());
    }

    private static List<String> needs(@Nullable String cell) {
        return cell == null
                ? List.of()
                : Arrays.stream(cell.split(BETWEEN, -1)).map(String::strip).toList();
    }

    private static @Nullable Who who(Map<String, String> row) {
        String name = row.get("requester_name");
        String phone = row.get("requester_phone");
        String as = row.get("customer_class");
        boolean nobody = as == null && name == null && phone == null;
        return nobody ? null : new Who(as == null ? "OCCUPANT" : as, null, name, phone);
    }

    private boolean fits(String at, String column, String cell) {
        int most = COLUMNS.getOrDefault(column, 0);
        if (cell.length() > most) {
            Map<String, String> facts = Map.of("least", "1", "most", String.valueOf(most));
            given.faults().add(at, FieldCode.WRONG_LENGTH, facts);
            return false;
        }
        // the second stands where bytes are not UTF-8
        if (cell.indexOf(0) >= 0 || cell.indexOf('\uFFFD') >= 0) {
            note(at, FieldCode.UNUSABLE_CHARACTER);
            return false;
        }
        if (column.equals("needs") && needs(cell).size() > MOST_NEEDS) {
            Map<String, String> facts = Map.of("least", "1", "most", String.valueOf(MOST_NEEDS));
            given.faults().add(at, FieldCode.WRONG_LENGTH, facts);
            return false;
        }
        if (column.equals("channel") && !CHANNEL.matcher(cell).matches()) {
            given.wrong(at, FieldCode.WRONG_FORMAT, "expected", "PHONE");
            return false;
        }
        return given.text(at, cell).isPresent();
    }

    private @Nullable Instant moment(String at, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException other) {
            given.wrong(at, FieldCode.WRONG_FORMAT, "expected", "2024-05-20T08:50:00+08:00");
            return null;
        }
    }

    private void note(String at, FieldCode code) {
        given.faults().add(at, code, Map.of());
    }
}
