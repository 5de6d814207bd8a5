package dev.guanjia.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What is kept of a secret: its fingerprint. Secrets are long and random, so no salt is needed. */
public final class Secrets {

    private Secrets() {}

    /**
     * The fingerprint of a token.
     *
     * @param token the token as presented
     * @return SHA-256, in hexadecimal
     */
    public static String hash(String token) {
        return HexFormat.of().formatHex(digest(token));
    }

    static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
