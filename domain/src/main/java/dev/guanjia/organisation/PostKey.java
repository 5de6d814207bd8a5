package dev.guanjia.organisation;

import java.util.regex.Pattern;

/**
 * The key of a post, as in {@code posts.csv}.
 *
 * @param value capitals, digits and underscores, at most 40, e.g. {@code CS_SUPERVISOR}
 */
public record PostKey(String value) implements Comparable<PostKey> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    /** Rejects any other shape. */
    public PostKey {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("post key must look like CS_SUPERVISOR: " + value);
        }
    }

    /** Orders by the letters of the key. */
    @Override
    public int compareTo(PostKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
