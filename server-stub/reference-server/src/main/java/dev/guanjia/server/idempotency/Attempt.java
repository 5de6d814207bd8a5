package dev.guanjia.server.idempotency;

import dev.guanjia.server.access.Caller;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A command and the key that its client gave it.
 *
 * @param tenant the company
 * @param key the client's key
 * @param fingerprint what tells this request from another, see {@link Fingerprints}
 */
public record Attempt(String tenant, String key, String fingerprint) {

    private static final String SHAPE = "[\\x21-\\x7e]{1,255}";

    /**
     * Whether a text can be a key.
     *
     * @param key what the client sent
     * @return true for 1 to 255 printable ASCII characters
     */
    public static boolean isKey(String key) {
        return key.matches(SHAPE);
    }

    /**
     * The attempt of a caller. Who asks, and in which post, is part of the request: the answer to
     * one person is not another's.
     *
     * @param caller who
     * @param key the client's key
     * @param request the fingerprint of method, path and body
     * @return the attempt
     */
    public static Attempt of(Caller caller, String key, String request) {
        String who = caller.staffId() + " " + caller.actingPost().orElse("-");
        return new Attempt(caller.tenant(), key, Sha256.hex(who + "\n" + request));
    }

    /** What is kept of the key: enough to find it, not enough to open the answer with it. */
    String keyHash() {
        return Sha256.hex("key\n" + tenant + "\n" + key);
    }

    byte[] sealingKey() {
        return Sha256.of(("seal\n" + tenant + "\n" + key).getBytes(StandardCharsets.UTF_8));
    }

    /** The number of the lock under which this key is worked on. */
    long lockNumber() {
        return HexFormat.fromHexDigitsToLong(keyHash().substring(0, 16));
    }

    @Override
    public String toString() {
        return "attempt " + keyHash();
    }
}
