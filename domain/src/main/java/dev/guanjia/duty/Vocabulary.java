package dev.guanjia.duty;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.time.LocalDate;
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
    private final Map<String, Entry> entries;

    private Vocabulary(String name, Map<String, Entry> entries) {
        this.name = name;
        this.entries = Collections.unmodifiableMap(entries);
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
        Map<String, Entry> entries = new LinkedHashMap<>();
        table.unique("id").map(Entry::read).forEach(row -> entries.put(row.id(), row));
        return new Vocabulary(name, entries);
    }

    /**
     * Both vocabularies in one.
     *
     * @param more keys of the same kind; a key that both have takes the name it has there
     * @return all keys
     */
    public Vocabulary with(Vocabulary more) {
        Map<String, Entry> all = new LinkedHashMap<>(entries);
        all.putAll(more.entries);
        return new Vocabulary(name, all);
    }

    /**
     * Every key with its names.
     *
     * @return in file order
     */
    public Map<String, Label> labels() {
        Map<String, Label> labels = new LinkedHashMap<>();
        entries.forEach((key, row) -> labels.put(key, row.label()));
        return Collections.unmodifiableMap(labels);
    }

    /**
     * Every row.
     *
     * @return in file order
     */
    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /**
     * What a key is called.
     *
     * @param key the key
     * @return its names, or empty when there is no such key
     */
    public Optional<Label> find(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::label);
    }

    /**
     * Reads a key that must exist.
     *
     * @param key the key
     * @return the key
     * @throws IllegalArgumentException if there is no such key
     */
    public String parse(String key) {
        if (!entries.containsKey(key)) {
            throw new IllegalArgumentException("unknown " + name + ": " + key);
        }
        return key;
    }

    /**
     * A key with its names.
     *
     * @param id the key
     * @param label what it is called
     * @param from the first day on which the row holds
     * @param source where it comes from
     */
    public record Entry(String id, Label label, LocalDate from, String source) {
        static Entry read(Row row) {
            return new Entry(row.required("id"), row.label(), row.from(), row.required("source"));
        }
    }
}
