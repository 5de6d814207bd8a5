package dev.guanjia.server.ids;

import java.security.SecureRandom;

/** Makes ids: two letters that tell the kind, an underscore, and 20 letters at random. */
public final class Ids {

    private static final String LETTERS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 20;
    private static final int SPARE = 4;

    /** The largest multiple of the number of letters that a byte can hold. */
    private static final int FAIR = 256 / LETTERS.length() * LETTERS.length();

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /**
     * Makes an id.
     *
     * @param prefix the kind, two letters, such as {@code sf}
     * @return a new id; about 119 random bits
     */
    public static String next(String prefix) {
        StringBuilder id = new StringBuilder(prefix).append('_');
        int end = id.length() + LENGTH;
        // many at once: a bulk needs thousands of ids, and each question to the source is dear
        byte[] bytes = new byte[LENGTH + SPARE];
        while (id.length() < end) {
            RANDOM.nextBytes(bytes);
            for (int i = 0; i < bytes.length && id.length() < end; i++) {
                append(id, bytes[i] & 0xFF);
            }
        }
        return id.toString();
    }

    private static void append(StringBuilder id, int draw) {
        if (draw < FAIR) {
            id.append(LETTERS.charAt(draw % LETTERS.length()));
        }
    }
}
