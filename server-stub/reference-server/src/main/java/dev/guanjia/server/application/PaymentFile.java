package dev.guanjia.server.application;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.guanjia.server.problem.FieldCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a file of payments into cells; what is wrong is noted with its row and column. */
final class PaymentFile {

    private static final int MOST_ROWS = 1000;
    private static final List<String> REQUIRED =
            List.of("paid_on", "amount", "method", "reference");

    /** How long the texts of a column may be. */
    private static final Map<String, Integer> COLUMNS =
            Map.of(
                    "paid_on", 10,
                    "amount", 20,
                    "currency", 3,
                    "method", 64,
                    "reference", 128,
                    "unit_id", 35,
                    "community_id", 35,
                    "building", 32,
                    "unit", 32,
                    "charge_id", 35);

    private final Given given;

    PaymentFile(Given given) {
        this.given = given;
    }

    /**
     * A row whose cells are there.
     *
     * @param number 1 for the first after the header
     * @param cells by column; empty ones are absent
     */
    record Line(int number, Map<String, String> cells) {

        String at() {
            return "/rows/" + number;
        }

        String at(String column) {
            return at() + "/" + column;
        }

        @Nullable String cell(String column) {
            return cells.get(column);
        }

        String required(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** The rows that could be read; all of them, if nothing is noted. */
    List<Line> read(String text) {
        List<CsvRecord> records = records(text);
        if (records.isEmpty()) {
            given.wrong("/columns", FieldCode.WRONG_FORMAT, "expected", String.join(",", REQUIRED));
            given.end();
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
        return fits ? Optional.of(new Line(number, row)) : Optional.empty();
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
        return given.text(at, cell).isPresent();
    }

    private void note(String at, FieldCode code) {
        given.faults().add(at, code, Map.of());
    }
}
