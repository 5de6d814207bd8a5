package dev.guanjia.server.ids;

import java.security.SecureRandom;

/** Makes ids: two letters that tell the kind, an underscore, and 20 letters at random. */
public final class Ids {

    private static final String LETTERS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 20;
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
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
