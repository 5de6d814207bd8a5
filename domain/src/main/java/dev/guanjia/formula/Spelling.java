package dev.guanjia.formula;

import java.util.Optional;
import java.util.SortedSet;

/** Guesses what a misspelt name was meant to be. */
final class Spelling {

    private Spelling() {}

    /** The name with the fewest edits, at most a third of the word; ties to the first name. */
    static Optional<String> closest(String word, SortedSet<String> names) {
        int limit = Math.max(1, word.length() / 3);
        String best = null;
        for (String name : names) {
            int edits = edits(word, name);
            if (edits <= limit) {
                limit = edits - 1;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /** How many letters must be put in, left out or replaced to get from one to the other. */
    static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
