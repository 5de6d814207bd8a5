package dev.guanjia.formula;

import java.util.List;

/**
 * Where something stands in a text that people see.
 *
 * @param line counting from 1
 * @param column counting characters from 1; a full-width character is one character
 * @param excerpt the line, tabs as blanks
 */
public record Place(int line, int column, String excerpt) {

    private static final String FULL_WIDTH_CARET = "\uFF3E";

    /** First and last code point of each run that takes two columns. */
    private static final List<int[]> FULL_WIDTH =
            List.of(
                    new int[] {0x1100, 0x115F},
                    new int[] {0x2E80, 0x303E},
                    new int[] {0x3041, 0xA4CF},
                    new int[] {0xAC00, 0xD7A3},
                    new int[] {0xF900, 0xFAFF},
                    new int[] {0xFE30, 0xFE4F},
                    new int[] {0xFF00, 0xFF60},
                    new int[] {0xFFE0, 0xFFE6},
                    new int[] {0x1F300, 0x1F64F},
                    new int[] {0x20000, 0x3FFFD});

    /** Rejects a place outside its line; one past the end is where more was expected. */
    public Place {
        if (line < 1 || column < 1 || column > length(excerpt) + 1) {
            throw new IllegalArgumentException("no such place: " + line + ":" + column);
        }
    }

    /**
     * Finds the place of an offset.
     *
     * @param text the whole text
     * @param offset in UTF-16 units from zero, up to the length of the text
     * @return the place
     */
    static Place of(String text, int offset) {
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        int end = text.indexOf('\n', offset);
        int line = 1 + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        String excerpt = text.substring(start, end < 0 ? text.length() : end);
        String shown = excerpt.replace('\t', ' ').replace('\r', ' ');
        return new Place(line, 1 + length(text.substring(start, offset)), shown);
    }

    /**
     * A line that points at the place when it is printed below the excerpt in a fixed-width font: a
     * full-width character counts as two columns, and so does the caret below it.
     *
     * @return blanks and a caret
     */
    public String caret() {
        int[] points = excerpt.codePoints().toArray();
        int columns = 0;
        for (int i = 0; i < column - 1; i++) {
            columns += isFullWidth(points[i]) ? 2 : 1;
        }
        boolean isWide = column <= points.length && isFullWidth(points[column - 1]);
        return " ".repeat(columns) + (isWide ? FULL_WIDTH_CARET : "^");
    }

    private static boolean isFullWidth(int point) {
        return FULL_WIDTH.stream().anyMatch(run -> run[0] <= point && point <= run[1]);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
