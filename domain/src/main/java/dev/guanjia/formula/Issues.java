package dev.guanjia.formula;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects what is wrong with one text, for the phases. */
final class Issues {

    private static final Comparator<Issue> BY_PLACE =
            Comparator.<Issue>comparingInt(issue -> issue.place().line())
                    .thenComparingInt(issue -> issue.place().column());

    private final String text;
    private final List<Issue> found = new ArrayList<>();

    Issues(String text) {
        this.text = text;
    }

    void found(FormulaRefusal code, Token token) {
        add(code, token.offset(), fact("found", token.text()));
    }

    void add(FormulaRefusal code, int offset, Map<String, String> facts) {
        found.add(new Issue(code.with(facts), Place.of(text, offset)));
    }

    /** The value, unless something was found. */
    <T> Outcome<T> outcome(T value) {
        return found.isEmpty() ? new Outcome.Sound<>(value) : faulty();
    }

    <T> Outcome<T> faulty() {
        return new Outcome.Faulty<>(found.stream().sorted(BY_PLACE).toList());
    }

    static Map<String, String> fact(String name, String value) {
        Map<String, String> facts = new TreeMap<>();
        facts.put(name, value);
        return facts;
    }
}
