package dev.guanjia.decision;

/**
 * The shape every identifier of ours has: one to forty letters, digits, hyphens, underscores or
 * points, so that it can stand in a file, an address and a log unchanged.
 */
public final class Identifier {

    private static final int MOST = 40;

    private Identifier() {}

    /**
     * Guards the constructor of an identifier type.
     *
     * @param what what it identifies, for the error, e.g. {@code unit id}
     * @param value the identifier
     * @return the value
     * @throws IllegalArgumentException if the value has another shape
     */
    public static String require(String what, String value) {
        if (!isShaped(value)) {
            throw new IllegalArgumentException(
                    what + " must be 1 to 40 letters, digits, '.', '_' or '-': " + value);
        }
        return value;
    }

    /** By hand: a bill run reads a million of them. */
    private static boolean isShaped(String value) {
        int length = value.length();
        if (length < 1 || length > MOST || !isLetterOrDigit(value.charAt(0))) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            char next = value.charAt(i);
            if (!isLetterOrDigit(next) && next != '.' && next != '_' && next != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char next) {
        return (next >= 'a' && next <= 'z')
                || (next >= 'A' && next <= 'Z')
                || (next >= '0' && next <= '9');
    }
}
