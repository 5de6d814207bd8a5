package dev.guanjia.formula;

import java.util.List;
import java.util.function.Function;

/**
 * What a phase yields: a value, or every issue it found.
 *
 * @param <T> what the phase yields when the text is sound
 */
public sealed interface Outcome<T> {

    /**
     * Folds both cases into one result.
     *
     * @param <R> the result
     * @param onSound used when there is no issue
     * @param onIssues used with at least one issue, in the order of the text
     * @return the result of the function that applied
     */
    <R> R fold(Function<T, R> onSound, Function<List<Issue>, R> onIssues);

    /**
     * No issue.
     *
     * @param <T> what the phase yields
     * @param value what it yielded
     */
    record Sound<T>(T value) implements Outcome<T> {
        @Override
        public <R> R fold(Function<T, R> onSound, Function<List<Issue>, R> onIssues) {
            return onSound.apply(value);
        }
    }

    /**
     * Something is wrong.
     *
     * @param <T> what the phase would have yielded
     * @param issues at least one, in the order of the text
     */
    record Faulty<T>(List<Issue> issues) implements Outcome<T> {

        /** Copies; a fault nobody can name is a defect. */
        public Faulty {
            issues = List.copyOf(issues);
            if (issues.isEmpty()) {
                throw new IllegalArgumentException("a faulty text has at least one issue");
            }
        }

        @Override
        public <R> R fold(Function<T, R> onSound, Function<List<Issue>, R> onIssues) {
            return onIssues.apply(issues);
        }
    }
}
