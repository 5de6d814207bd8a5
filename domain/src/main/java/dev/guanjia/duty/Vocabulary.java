package dev.guanjia.duty;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keys that duties name and their names in both languages: the records that prove a duty ({@code
 * records.csv}), and the words that the sources print in place of a deadline ({@code
 * deadline-words.csv}, 06 A-66).
 */
public final class Vocabulary {

    private static final List<String> COLUMNS = List.of("id", "zh", "en", "from", "source");

    private final String name;
    private final Map<String, Label> labels;

    private Vocabulary(String name, Map<String, Label> labels) {
        this.name = name;
        this.labels = Collections.unmodifiableMap(labels);
    }

    /**
     * The records of requirements 03 part 7.
     *
     * @return every {@code R-…} key
     */
    public static Vocabulary records() {
        return of("record", Table.of(Vocabulary.class, "records.csv", COLUMNS));
    }

    /**
     * The words that stand where a deadline would: no measurable limit unless a company sets one.
     *
     * @return every word
     */
    public static Vocabulary deadlineWords() {
        return of("deadline", Table.of(Vocabulary.class, "deadline-words.csv", COLUMNS));
    }

    /**
     * Builds a vocabulary from rows of the same form, as a vendor adds their own.
     *
     * @param name what a key is, for faults, e.g. {@code record}
     * @param table columns {@code id,zh,en,from,source}
     * @return the vocabulary
     * @throws dev.guanjia.catalogue.CatalogueException if a row is faulty
     */
    public static Vocabulary of(String name, Table table) {
        Map<String, Label> labels = new LinkedHashMap<>();
        table.unique("id").map(Entry::read).forEach(row -> labels.put(row.id(), row.label()));
        return new Vocabulary(name, labels);
    }

    /**
     * Both vocabularies in one.
     *
     * @param more keys of the same kind; a key that both have takes the name it has there
     * @return all keys
     */
    public Vocabulary with(Vocabulary more) {
        Map<String, Label> all = new LinkedHashMap<>(labels);
        all.putAll(more.labels);
        return new Vocabulary(name, all);
    }

    /**
     * Every key with its names.
     *
     * @return in file order
     */
    public Map<String, Label> labels() {
        return labels;
    }

    /**
     * What a key is called.
     *
     * @param key the key
     * @return its names, or empty when there is no such key
     */
    public Optional<Label> find(String key) {
        return Optional.ofNullable(labels.get(key));
    }

    /**
     * Reads a key that must exist.
     *
     * @param key the key
     * @return the key
     * @throws IllegalArgumentException if there is no such key
     */
    public String parse(String key) {
        if (!labels.containsKey(key)) {
            throw new IllegalArgumentException("unknown " + name + ": " + key);
        }
        return key;
    }

    private record Entry(String id, Label label) {
        static Entry read(Row row) {
            row.from();
            row.required("source");
            return new Entry(row.required("id"), row.label());
        }
    }
}
