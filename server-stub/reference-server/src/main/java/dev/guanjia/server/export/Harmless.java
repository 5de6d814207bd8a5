package dev.guanjia.server.export;

import java.util.regex.Pattern;

/**
 * Texts in CSV that no spreadsheet calculates. One that begins as a formula does gets an apostrophe
 * before it, and so does one that would be taken for it; what is written is read back as it was.
 */
public final class Harmless {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r\n].*", Pattern.DOTALL);
    private static final Pattern WRITTEN = Pattern.compile("'+[=+\\-@\t\r\n].*", Pattern.DOTALL);

    private Harmless() {}

    /**
     * A text as it is written.
     *
     * @param text any
     * @return the text, with an apostrophe before it where it needs one
     */
    public static String written(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /**
     * A text as it was meant.
     *
     * @param written what a file says
     * @return the text without the apostrophe that {@link #written} puts before it
     */
    public static String read(String written) {
        return WRITTEN.matcher(written).matches() ? written.substring(1) : written;
    }
}
