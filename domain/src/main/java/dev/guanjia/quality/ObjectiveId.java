package dev.guanjia.quality;

import java.util.regex.Pattern;

/**
 * The key of an objective, e.g. {@code QF-H-11}. Source: requirements 04 section 0.
 *
 * @param value group H, Q or X and two digits
 */
public record ObjectiveId(String value) implements Comparable<ObjectiveId> {

    private static final Pattern SHAPE = Pattern.compile("QF-[HQX]-[0-9]{2}");

    /** Rejects any other shape. */
    public ObjectiveId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("objective id must look like QF-H-11: " + value);
        }
    }

    @Override
    public int compareTo(ObjectiveId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
