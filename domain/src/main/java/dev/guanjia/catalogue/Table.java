package dev.guanjia.catalogue;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A catalogue file: a header and rows. Reading is strict: the header must be the one expected, each
 * row must have as many cells, and {@link #parse} turns rows into values or reports all faults.
 *
 * <p>Shape: UTF-8 CSV; a line starting with {@code #} is a comment; cells are taken unchanged.
 */
public final class Table {

    private final String name;
    private final List<Row> rows;

    private Table(String name, List<Row> rows) {
        this.name = name;
        this.rows = rows;
    }

    /**
     * Reads a catalogue that ships beside a type.
     *
     * @param beside the type in whose package the file lies
     * @param name the file, e.g. {@code duties.csv}
     * @param columns the expected header, in order
     * @return the table
     * @throws CatalogueException if the header or a row has another shape
     */
    public static Table of(Class<?> beside, String name, List<String> columns) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(name + " is missing beside " + beside.getName());
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8), columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a catalogue from text, as a vendor's own rows come.
     *
     * @param name what to call the file in faults
     * @param text the content
     * @param columns the expected header, in order
     * @return the table
     * @throws CatalogueException if the header or a row has another shape
     */
    public static Table parse(String name, String text, List<String> columns) {
        List<CatalogueFault> faults = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        boolean header = true;
        for (CsvRecord record : records(name, text)) {
            if (header) {
                header = false;
                requireHeader(name, record, columns);
            } else if (record.getFieldCount() != columns.size()) {
                String found = record.getFieldCount() + " cells, expected " + columns.size();
                faults.add(new CatalogueFault(name, record.getStartingLineNumber(), "", found));
            } else {
                rows.add(
                        new Row(name, record.getStartingLineNumber(), columns, record.getFields()));
            }
        }
        if (header) {
            faults.add(new CatalogueFault(name, 1, "", "no header, expected " + columns));
        }
        if (!faults.isEmpty()) {
            throw new CatalogueException(faults);
        }
        return new Table(name, List.copyOf(rows));
    }

    /**
     * Turns every row into a value. A row whose cell or constructor refuses is a fault; all rows
     * are tried before anything is reported.
     *
     * @param <T> what a row means
     * @param meaning reads one row
     * @return one value per row, in file order
     * @throws CatalogueException if any row is faulty
     */
    public <T> List<T> map(Function<Row, T> meaning) {
        List<CatalogueFault> faults = new ArrayList<>();
        List<T> values = new ArrayList<>();
        for (Row row : rows) {
            try {
                values.add(meaning.apply(row));
            } catch (CatalogueException e) {
                faults.addAll(e.faults());
            } catch (IllegalArgumentException | ArithmeticException e) {
                faults.add(row.fault("", String.valueOf(e.getMessage())));
            }
        }
        if (!faults.isEmpty()) {
            throw new CatalogueException(faults);
        }
        return List.copyOf(values);
    }

    /**
     * Requires that a column names each row once.
     *
     * @param column the column, usually {@code id}
     * @return this table
     * @throws CatalogueException naming every row that repeats an earlier one
     */
    public Table unique(String column) {
        Set<String> seen = new TreeSet<>();
        List<CatalogueFault> faults = new ArrayList<>();
        for (Row row : rows) {
            if (!seen.add(row.text(column))) {
                faults.add(row.fault(column, "stands twice: " + row.text(column)));
            }
        }
        if (!faults.isEmpty()) {
            throw new CatalogueException(faults);
        }
        return this;
    }

    /**
     * The rows as they stand.
     *
     * @return in file order
     */
    public List<Row> rows() {
        return rows;
    }

    @Override
    public String toString() {
        return name + " (" + rows.size() + " rows)";
    }

    private static List<CsvRecord> records(String name, String text) {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            reader.forEach(records::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CsvParseException e) {
            String message = String.valueOf(e.getMessage());
            throw new CatalogueException(List.of(new CatalogueFault(name, 1, "", message)));
        }
        return records;
    }

    private static void requireHeader(String name, CsvRecord record, List<String> columns) {
        if (!record.getFields().equals(columns)) {
            String found = "header is " + record.getFields() + ", expected " + columns;
            throw new CatalogueException(
                    List.of(new CatalogueFault(name, record.getStartingLineNumber(), "", found)));
        }
    }
}
