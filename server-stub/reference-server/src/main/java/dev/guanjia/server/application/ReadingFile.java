package dev.guanjia.server.application;

import dev.guanjia.property.meter.MeterKind;
import dev.guanjia.server.application.CsvTable.Line;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.UnitEntryStore.Plate;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a file of readings, which names meters by the numbers on them. */
final class ReadingFile {

    private static final int MOST_ROWS = 5000;
    private static final Pattern VALUE = Pattern.compile("(0|[1-9][0-9]{0,11})(\\.[0-9]{1,6})?");
    private static final List<String> REQUIRED =
            List.of("kind", "serial_no", "read_on", "value", "source");
    private static final Map<String, Integer> COLUMNS =
            Map.of(
                    "kind", 64,
                    "serial_no", 64,
                    "read_on", 10,
                    "value", 19,
                    "source", 64,
                    "rolled_over", 5);

    private final Given given;

    ReadingFile(Given given) {
        this.given = given;
    }

    /**
     * A row that could be read.
     *
     * @param at where it is
     * @param plate the number that is or was on the meter
     * @param readOn the day
     * @param value what it showed
     * @param source how the value came about
     * @param rolledOver whether the dial passed zero since the last reading
     */
    record Row(
            String at,
            Plate plate,
            LocalDate readOn,
            String value,
            String source,
            boolean rolledOver) {

        /** A correction in a file stands in for whatever stands for the day. */
        boolean isCorrection() {
            return source.equals("CORRECTED");
        }
    }

    /** The rows that could be read; all of them, if nothing is noted. */
    List<Row> read(String text) {
        List<Row> rows = new ArrayList<>();
        for (Line line : new CsvTable(given, COLUMNS, REQUIRED, MOST_ROWS).read(text)) {
            row(line).ifPresent(rows::add);
        }
        return rows;
    }

    private Optional<Row> row(Line line) {
        Optional<MeterKind> kind = given.known(line.at("kind"), line.cell("kind"), MeterKind.class);
        Optional<LocalDate> day = day(line.at("read_on"), line.cell("read_on"));
        Optional<String> value = value(line.at("value"), line.cell("value"));
        Optional<Boolean> rolled =
                rolled(
                        line.at("rolled_over"),
                        line.cells().getOrDefault("rolled_over", Boolean.FALSE.toString()));
        if (kind.isEmpty() || day.isEmpty() || value.isEmpty() || rolled.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Row(
                        line.at(),
                        new Plate(kind.get(), line.cell("serial_no")),
                        day.get(),
                        value.get(),
                        line.cell("source"),
                        rolled.get()));
    }

    private Optional<LocalDate> day(String at, String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException other) {
            return given.wrong(at, FieldCode.WRONG_FORMAT, "expected", "2024-05-25");
        }
    }

    private Optional<String> value(String at, String text) {
        return VALUE.matcher(text).matches()
                ? Optional.of(text)
                : given.wrong(at, FieldCode.WRONG_FORMAT, "expected", "152.3");
    }

    private Optional<Boolean> rolled(String at, String text) {
        boolean known = text.equals("true") || text.equals("false");
        return known ? Optional.of(text.equals("true")) : given.unknown(at, text);
    }
}
