package dev.guanjia.decision;

import java.util.regex.Pattern;

/**
 * The shape every identifier of ours has: one to forty letters, digits, hyphens, underscores or
 * points, so that it can stand in a file, an address and a log unchanged.
 */
public final class Identifier {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

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
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    what + " must be 1 to 40 letters, digits, '.', '_' or '-': " + value);
        }
        return value;
    }
}
