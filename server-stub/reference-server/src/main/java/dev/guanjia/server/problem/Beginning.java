package dev.guanjia.server.problem;

/** Shortens what a caller sent before an answer repeats it. */
public final class Beginning {

    private Beginning() {}

    /**
     * The beginning of a text; a character that would be cut in two is left out, for half of one
     * cannot be written down.
     *
     * @param text what was sent
     * @param most how many {@code char}s to keep
     * @return the text itself if it is no longer
     */
    public static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean cut = Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, cut ? most - 1 : most);
    }
}
