package dev.guanjia.organisation.segregation;

import dev.guanjia.organisation.PostKey;
import java.util.regex.Pattern;

/**
 * One side of a pair that is kept apart: a post, a thing in somebody's keeping, or an act.
 *
 * @param value capitals, digits and underscores, at most 40, e.g. {@code CASHIER}, {@code
 *     FINANCE_SEAL} or {@code WAIVER_SIGNED}
 */
public record SegregationKey(String value) implements Comparable<SegregationKey> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    /** Rejects any other shape. */
    public SegregationKey {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "segregation key must look like FINANCE_SEAL: " + value);
        }
    }

    /**
     * The key under which rules name a post.
     *
     * @param post the post
     * @return the same letters
     */
    public static SegregationKey from(PostKey post) {
        return new SegregationKey(post.value());
    }

    /** Orders by the letters of the key. */
    @Override
    public int compareTo(SegregationKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
