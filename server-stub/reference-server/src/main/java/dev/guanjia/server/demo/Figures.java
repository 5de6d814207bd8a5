package dev.guanjia.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Named figures of a month, as texts that must agree to the letter.
 *
 * @param byName name to value, in name order
 */
record Figures(SortedMap<String, String> byName) {

    private static final String EXPECTED = "demo-expected.csv";

    /** What the plain program computed from the same seed. */
    static Figures expected() {
        try (InputStream in = Figures.class.getResourceAsStream(EXPECTED)) {
            if (in == null) {
                throw new IllegalStateException(EXPECTED + " is missing");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a file says, instead of what ships. */
    static Figures read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static Figures parse(String csv) {
        TreeMap<String, String> figures = new TreeMap<>();
        csv.lines()
                .skip(1)
                .map(line -> line.split(",", 2))
                .forEach(cells -> figures.put(cells[0], cells[1]));
        return new Figures(figures);
    }

    /** One line per figure that differs, is missing or is more than was expected. */
    List<String> differencesFrom(Figures expected) {
        TreeSet<String> names = new TreeSet<>(byName.keySet());
        names.addAll(expected.byName.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            String found = byName.getOrDefault(name, "nothing");
            String wanted = expected.byName.getOrDefault(name, "nothing");
            if (!found.equals(wanted)) {
                differences.add(name + ": expected " + wanted + ", found " + found);
            }
        }
        return differences;
    }
}
