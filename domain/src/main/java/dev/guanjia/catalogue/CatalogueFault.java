package dev.guanjia.catalogue;

/**
 * One thing wrong with a row.
 *
 * @param file the catalogue's name
 * @param line where the row starts, counting from 1
 * @param column the column's name, or empty when the whole row is meant
 * @param message what was found and what was expected
 */
public record CatalogueFault(String file, long line, String column, String message) {

    /** {@code duties.csv:17 posts: unknown post P99}. */
    @Override
    public String toString() {
        return file + ":" + line + (column.isEmpty() ? "" : " " + column) + ": " + message;
    }
}
