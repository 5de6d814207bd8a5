package dev.guanjia.server.store;

import org.jspecify.annotations.Nullable;

/** A row of a COPY in the text format, built column by column; used again for the next. */
final class CopyRow {

    private static final int USUAL = 1 << 10;

    private final StringBuilder row = new StringBuilder(USUAL);

    /** Adds a column; null is nothing. */
    CopyRow add(@Nullable Object value) {
        return addEscaped(value == null ? "\\N" : escaped(value.toString()));
    }

    /** Adds a column that is as the format wants it. */
    CopyRow addEscaped(String value) {
        row.append(value).append('\t');
        return this;
    }

    /** The row, and begins the next. */
    String end() {
        row.setCharAt(row.length() - 1, '\n');
        String text = row.toString();
        row.setLength(0);
        return text;
    }

    /** With what the format asks for written so that it can be told from the text. */
    static String escaped(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) >= ' ' && text.charAt(i) != '\\') {
            i++;
        }
        return i == text.length()
                ? text
                : text.replace("\\", "\\\\")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t");
    }
}
