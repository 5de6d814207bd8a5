package dev.guanjia.organisation.staff;

import java.util.regex.Pattern;

/**
 * The key of a kind of qualification, as in {@code qualification-kinds.csv}.
 *
 * @param value capitals, digits and underscores, at most 40, e.g. {@code MAINTENANCE_CERTIFICATE}
 */
public record QualificationKey(String value) implements Comparable<QualificationKey> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    /** Rejects any other shape. */
    public QualificationKey {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "qualification key must look like MAINTENANCE_CERTIFICATE: " + value);
        }
    }

    /** Orders by the letters of the key. */
    @Override
    public int compareTo(QualificationKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
