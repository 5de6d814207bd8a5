package dev.guanjia.server.paper;

import java.util.List;

/**
 * One copy of a paper: what stands on it, from top to bottom.
 *
 * @param head who issues what
 * @param fields what it is about, two in a row
 * @param grid its lines
 * @param totals what they come to
 * @param notes what the reader is told
 * @param signatures who signs, from left to right
 */
public record Paper(
        Head head,
        List<Field> fields,
        Grid grid,
        List<Field> totals,
        List<String> notes,
        List<String> signatures) {

    /** Copies the lists. */
    public Paper {
        fields = List.copyOf(fields);
        totals = List.copyOf(totals);
        notes = List.copyOf(notes);
        signatures = List.copyOf(signatures);
    }

    /**
     * The head of a paper.
     *
     * @param company who issues it
     * @param title what it is
     * @param number its number; empty where it has none
     * @param copy which copy it is; empty where there is one only
     * @param mark what stands across it; empty where nothing does
     */
    public record Head(String company, String title, String number, String copy, String mark) {}

    /**
     * A value with its name.
     *
     * @param label the name
     * @param value the value
     */
    public record Field(String label, String value) {}

    /**
     * Lines in columns.
     *
     * @param columns from left to right
     * @param rows one text for each column
     */
    public record Grid(List<Column> columns, List<List<String>> rows) {

        /** Copies the lists; each row fills the columns. */
        public Grid {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            int width = columns.size();
            if (rows.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException("rows of other widths than " + width);
            }
        }
    }

    /**
     * A column.
     *
     * @param title its name
     * @param share its part of the width; the shares of all columns add up to 100
     * @param number whether its texts stand on the right
     */
    public record Column(String title, int share, boolean number) {}
}
