package dev.guanjia.formula;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which words stand for a measure, and which characters for an operator or a bracket. */
sealed interface Vocabulary {

    /** Names of measures as they are; characters as they are. */
    Vocabulary PLAIN = new Plain();

    /** The measure that a word stands for. */
    Optional<String> measure(String word);

    /** Reports a word that stands for none. */
    void unknown(Token word, Issues issues);

    /** The character that is meant. */
    int symbol(int point);

    /** For formulas in our own catalogues: whether the measure exists is checked later. */
    record Plain() implements Vocabulary {

        @Override
        public Optional<String> measure(String word) {
            return Formula.Measure.isName(word) ? Optional.of(word) : Optional.empty();
        }

        @Override
        public void unknown(Token word, Issues issues) {
            issues.found(FormulaRefusal.NAME_SHAPE, word);
        }

        @Override
        public int symbol(int point) {
            return point;
        }
    }

    /**
     * For formulas that people type.
     *
     * @param measures the measure of each word they may use
     */
    record Typed(Map<String, String> measures) implements Vocabulary {

        @Override
        public Optional<String> measure(String word) {
            return Optional.ofNullable(measures.get(word));
        }

        /** A single letter is no misspelling of another. */
        @Override
        public void unknown(Token word, Issues issues) {
            Map<String, String> facts = Issues.fact("measure", word.text());
            Spelling.closest(word.text(), longWords())
                    .ifPresent(suggestion -> facts.put("suggestion", suggestion));
            issues.add(
                    facts.containsKey("suggestion")
                            ? FormulaRefusal.MISSPELT_MEASURE
                            : FormulaRefusal.UNKNOWN_MEASURE,
                    word.offset(),
                    facts);
        }

        @Override
        public int symbol(int point) {
            return switch (point) {
                case '\uFF08' -> '(';
                case '\uFF09' -> ')';
                default -> point;
            };
        }

        private TreeSet<String> longWords() {
            return measures.keySet().stream()
                    .filter(word -> word.length() > 1)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
