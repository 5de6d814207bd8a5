package dev.guanjia.server.ids;

import java.security.SecureRandom;

/** Makes ids: two letters that tell the kind, an underscore, and 20 letters at random. */
public final class Ids {

    private static final String LETTERS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 20;
    private static final int SPARE = 4;

    /** Letters that tell where in the order of the alphabet an id is. */
    private static final int HEAD = 5;

    /** How many ids differ in them. */
    static final long HEADS = 62L * 62 * 62 * 62 * 62;

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
        return filled(new StringBuilder(prefix).append('_'), LENGTH);
    }

    /**
     * Makes an id in a part of the alphabet.
     *
     * @param prefix the kind
     * @param from where the part begins, of {@link #HEADS}
     * @param to where it ends
     * @return a new id; about 89 random bits, and those of the part
     */
    static String between(String prefix, long from, long to) {
        StringBuilder id = new StringBuilder(prefix).append('_');
        int start = id.length();
        long head = RANDOM.nextLong(from, to);
        for (int i = 0; i < HEAD; i++) {
            id.insert(start, LETTERS.charAt((int) (head % LETTERS.length())));
            head /= LETTERS.length();
        }
        return filled(id, LENGTH - HEAD);
    }

    private static String filled(StringBuilder id, int letters) {
        int end = id.length() + letters;
        // many at once: a bulk needs thousands of ids, and each question to the source is dear
        byte[] bytes = new byte[letters + SPARE];
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
