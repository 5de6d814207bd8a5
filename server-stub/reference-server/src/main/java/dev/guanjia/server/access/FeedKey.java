package dev.guanjia.server.access;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key in the address of a feed, which is all that opens it.
 *
 * @param text 256 random bits as base64url
 */
public record FeedKey(String text) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Makes a key nobody can guess.
     *
     * @return the key
     */
    public static FeedKey random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new FeedKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * What is kept of it.
     *
     * @return SHA-256, in hexadecimal
     */
    public String hash() {
        return Secrets.hash(text);
    }

    /** Says nothing that opens a door. */
    @Override
    public String toString() {
        return "a key of a feed";
    }
}
