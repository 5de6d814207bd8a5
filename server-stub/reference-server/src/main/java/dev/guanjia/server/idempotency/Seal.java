package dev.guanjia.server.idempotency;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps stored answers closed to everybody but the client that sent the key. An answer may hold a
 * secret that the server itself keeps no copy of, such as a new token.
 */
final class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Seal() {}

    static byte[] close(byte[] plain, byte[] key) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] closed = apply(Cipher.ENCRYPT_MODE, key, nonce, plain);
        byte[] stored = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
        System.arraycopy(closed, 0, stored, NONCE_BYTES, closed.length);
        return stored;
    }

    static byte[] open(byte[] stored, byte[] key) {
        byte[] nonce = Arrays.copyOf(stored, NONCE_BYTES);
        byte[] closed = Arrays.copyOfRange(stored, NONCE_BYTES, stored.length);
        return apply(Cipher.DECRYPT_MODE, key, nonce, closed);
    }

    private static byte[] apply(int mode, byte[] key, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored answer does not open with its key", e);
        }
    }
}
