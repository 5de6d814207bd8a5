package dev.guanjia.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Makes keys for commands: the same key with the same request has its effect once, however often it
 * is sent. Make a key where the effect is decided, not where it is sent.
 */
public final class IdempotencyKey {
    private IdempotencyKey() {}

    /** A key for this one effect; store it beside the intent if the program may be restarted. */
    public static String random() {
        return UUID.randomUUID().toString();
    }

    /**
     * A key that a restarted program finds again, so that it cannot charge twice: equal parts in
     * equal order give equal keys, anything else gives another key.
     *
     * @param parts what makes the effect unique, for instance {@code "payment", "bank-file-17",
     *     "line 4"}; one or more, none of them empty
     * @return 64 hexadecimal digits
     * @throws IllegalArgumentException if there is no part or an empty one
     */
    public static String of(String... parts) {
        if (parts.length == 0) {
            throw new IllegalArgumentException("a key needs at least one part");
        }
        MessageDigest digest = sha256();
        for (String part : parts) {
            if (part.isEmpty()) {
                throw new IllegalArgumentException("a part of a key must not be empty");
            }
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // the length keeps ("ab", "c") apart from ("a", "bc")
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
