package dev.guanjia.asset;

import java.util.regex.Pattern;

/**
 * The key of a class of equipment or of a kind of inspection, as in the catalogues of this package.
 *
 * @param value capitals, digits and underscores, at most 40, e.g. {@code FIRE_PUMP}
 */
public record AssetKey(String value) implements Comparable<AssetKey> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    /** Rejects any other shape. */
    public AssetKey {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("asset key must look like FIRE_PUMP: " + value);
        }
    }

    /** Orders by the letters of the key. */
    @Override
    public int compareTo(AssetKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
