package dev.guanjia.duty;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the records, registers and forms (记录、台账、表、簿) that prove duties are called: the rows of
 * {@code records.csv}. Source: requirements 03, part 7.
 */
public final class RecordCatalogue {

    private static final List<String> COLUMNS = List.of("id", "zh", "en", "from", "source");
    private static final Pattern KEY = Pattern.compile("R-[A-Z]+(-[A-Z]+)*");

    private final Map<String, Label> labels;

    private RecordCatalogue(Map<String, Label> labels) {
        this.labels = Collections.unmodifiableMap(labels);
    }

    /**
     * Loads the records that ship with the library.
     *
     * @return every record that the requirements name
     */
    public static RecordCatalogue load() {
        return of(Table.of(RecordCatalogue.class, "records.csv", COLUMNS));
    }

    /**
     * Builds a catalogue from rows of the same form.
     *
     * @param table columns {@code id,zh,en,from,source}; ids look like {@code R-FEE-CALC}
     * @return the catalogue
     * @throws dev.guanjia.catalogue.CatalogueException if a row is faulty
     */
    public static RecordCatalogue of(Table table) {
        Map<String, Label> labels = new LinkedHashMap<>();
        table.unique("id").map(RecordCatalogue::read).forEach(labels::putAll);
        return new RecordCatalogue(labels);
    }

    /**
     * Every key.
     *
     * @return in file order
     */
    public List<String> keys() {
        return List.copyOf(labels.keySet());
    }

    /**
     * What a record is called.
     *
     * @param key e.g. {@code R-FEE-CALC}
     * @return its name, or empty when there is no such record
     */
    public Optional<Label> find(String key) {
        return Optional.ofNullable(labels.get(key));
    }

    /**
     * Reads what a duty asks as proof: the key of a record that must exist, or words.
     *
     * @param text e.g. {@code R-FEE-CALC} or {@code check record}
     * @return the text
     * @throws IllegalArgumentException if it looks like a key and there is no such record
     */
    public String parseProof(String text) {
        if (text.startsWith("R-") && !labels.containsKey(text)) {
            throw new IllegalArgumentException("unknown record: " + text);
        }
        return text;
    }

    private static Map<String, Label> read(Row row) {
        row.from();
        row.required("source");
        return Map.of(row.as("id", RecordCatalogue::key), row.label());
    }

    private static String key(String text) {
        if (!KEY.matcher(text).matches()) {
            throw new IllegalArgumentException("record must look like R-FEE-CALC: " + text);
        }
        return text;
    }
}
