package dev.guanjia.server.application;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.guanjia.server.export.Harmless;
import dev.guanjia.server.problem.Beginning;
import dev.guanjia.server.problem.FieldCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Reads a file of rows under named columns; what is wrong is noted with its row and column. */
final class CsvTable {

    private static final int SHOWN = 100;

    private final Given given;
    private final Map<String, Integer> columns;
    private final List<String> required;
    private final int most;
    private final Map<String, BiPredicate<String, String>> checks = new TreeMap<>();

    /**
     * @param columns how long the texts of each column may be
     * @param required the columns that every row fills
     * @param most how many rows a file may have
     */
    CsvTable(Given given, Map<String, Integer> columns, List<String> required, int most) {
        this.given = given;
        this.columns = Map.copyOf(columns);
        this.required = List.copyOf(required);
        this.most = most;
    }

    /**
     * Adds what the cells of a column must fit.
     *
     * @param check takes where the cell is and what it says, and notes what is wrong
     * @return this
     */
    CsvTable check(String column, BiPredicate<String, String> check) {
        checks.put(column, check);
        return this;
    }

    /**
     * A row whose cells can be used.
     *
     * @param number 1 for the first after the header
     * @param cells by column; empty cells are left out
     */
    record Line(int number, Map<String, String> cells) {

        String at() {
            return "/rows/" + number;
        }

        String at(String column) {
            return at() + "/" + column;
        }

        /** The cell of a required column. */
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        /** The cell of an optional column. */
        @Nullable String optional(String column) {
            return cells.get(column);
        }
    }

    /** The rows that could be read; all of them, if nothing is noted. */
    List<Line> read(String text) {
        List<CsvRecord> records = records(text);
        if (records.isEmpty()) {
            given.wrong("/columns", FieldCode.WRONG_FORMAT, "expected", String.join(",", required));
            given.end();
        }
        List<String> header = records.get(0).getFields();
        header(header);
        int rows = records.size() - 1;
        if (rows < 1 || rows > most) {
            length("/rows", most);
        }
        given.end();
        List<Line> lines = new ArrayList<>();
        for (int number = 1; number <= rows; number++) {
            line(number, header, records.get(number).getFields()).ifPresent(lines::add);
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

    private void header(List<String> header) {
        Map<String, Integer> seen = new TreeMap<>();
        header.forEach(column -> seen.merge(column, 1, Integer::sum));
        seen.forEach(
                (column, times) -> {
                    if (!columns.containsKey(column)) {
                        note("/columns/" + shown(column), FieldCode.UNKNOWN_FIELD);
                    } else if (times > 1) {
                        note("/columns/" + column, FieldCode.DUPLICATE_FIELD);
                    }
                });
        required.stream()
                .filter(column -> !seen.containsKey(column))
                .forEach(column -> note("/columns/" + column, FieldCode.MISSING));
    }

    /** As a step of a JSON Pointer; a file without a header has whole texts in its place. */
    private static String shown(String column) {
        return Beginning.of(column, SHOWN).replace("~", "~0").replace("/", "~1");
    }

    private Optional<Line> line(int number, List<String> header, List<String> cells) {
        Line line = new Line(number, new TreeMap<>());
        if (cells.size() != header.size()) {
            String expected = header.size() + " cells";
            return given.wrong(line.at(), FieldCode.WRONG_FORMAT, "expected", expected);
        }
        boolean fits = true;
        for (int i = 0; i < cells.size(); i++) {
            String cell = Harmless.read(cells.get(i));
            if (!cell.isEmpty()) {
                line.cells().put(header.get(i), cell);
                fits &= fits(line.at(header.get(i)), header.get(i), cell);
            }
        }
        for (String column : required) {
            if (!line.cells().containsKey(column)) {
                fits = false;
                note(line.at(column), FieldCode.MISSING);
            }
        }
        return fits ? Optional.of(line) : Optional.empty();
    }

    private boolean fits(String at, String column, String cell) {
        int longest = columns.getOrDefault(column, 0);
        if (cell.length() > longest) {
            length(at, longest);
            return false;
        }
        // the second stands where bytes are not UTF-8
        if (cell.indexOf(0) >= 0 || cell.indexOf('\uFFFD') >= 0) {
            note(at, FieldCode.UNUSABLE_CHARACTER);
            return false;
        }
        return given.text(at, cell).isPresent()
                && checks.getOrDefault(column, (where, what) -> true).test(at, cell);
    }

    private void length(String at, int longest) {
        Map<String, String> facts = Map.of("least", "1", "most", String.valueOf(longest));
        given.faults().add(at, FieldCode.WRONG_LENGTH, facts);
    }

    private void note(String at, FieldCode code) {
        given.faults().add(at, code, Map.of());
    }
}
