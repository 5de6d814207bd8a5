package dev.guanjia.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One row of a catalogue, read cell by cell. Every method names the cell in its fault.
 *
 * @param file the catalogue's name
 * @param line where the row starts, counting from 1
 * @param columns the header
 * @param cells one text per column
 */
public record Row(String file, long line, List<String> columns, List<String> cells) {

    private static final Pattern SEPARATOR = Pattern.compile(";");

    /** Copies; a row has one cell per column. */
    public Row {
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
        if (columns.size() != cells.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns);
        }
    }

    /**
     * The cell as it stands.
     *
     * @param column a column of the header
     * @return its text, possibly empty
     */
    public String text(String column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException(file + " has no column " + column);
        }
        return cells.get(index);
    }

    /**
     * A cell that must say something.
     *
     * @param column a column of the header
     * @return its text, not blank
     * @throws CatalogueException if it is blank
     */
    public String required(String column) {
        String text = text(column);
        if (text.isBlank()) {
            throw new CatalogueException(List.of(fault(column, "is empty")));
        }
        return text;
    }

    /**
     * A list in one cell, separated by semicolons.
     *
     * @param column a column of the header
     * @return the trimmed parts; empty when the cell is empty
     */
    public List<String> list(String column) {
        String text = text(column);
        if (text.isBlank()) {
            return List.of();
        }
        return Arrays.stream(SEPARATOR.split(text, -1)).map(String::trim).toList();
    }

    /**
     * The two names of the row, from the columns {@code zh} and {@code en}.
     *
     * @return the label
     * @throws CatalogueException if one is blank
     */
    public Label label() {
        return new Label(required("zh"), required("en"));
    }

    /**
     * The first day of a row, from the column {@code from}: a day, or a month for its first day.
     *
     * @return the day
     * @throws CatalogueException if it is neither
     */
    public LocalDate from() {
        return as(
                "from",
                text ->
                        text.length() == 7
                                ? YearMonth.parse(text).atDay(1)
                                : LocalDate.parse(text));
    }

    /**
     * A yes or a no.
     *
     * @param column a column of the header
     * @return true for {@code yes}
     * @throws CatalogueException if it is neither {@code yes} nor {@code no}
     */
    public boolean yes(String column) {
        return switch (text(column)) {
            case "yes" -> true;
            case "no" -> false;
            default ->
                    throw new CatalogueException(
                            List.of(fault(column, "must be yes or no: " + text(column))));
        };
    }

    /**
     * A cell read by a parser of its own.
     *
     * @param <T> what the cell means
     * @param column a column of the header
     * @param parser reads the text, which is not blank
     * @return the value
     * @throws CatalogueException if it is blank or the parser refuses it
     */
    public <T> T as(String column, Function<String, T> parser) {
        String text = required(column);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new CatalogueException(List.of(fault(column, String.valueOf(e.getMessage()))));
        }
    }

    /**
     * Says what is wrong with a cell.
     *
     * @param column the column, or empty for the whole row
     * @param message what was found and expected
     * @return the fault, with its place
     */
    public CatalogueFault fault(String column, String message) {
        return new CatalogueFault(file, line, column, message);
    }
}
