package dev.guanjia.organisation.company;

import java.util.regex.Pattern;

/**
 * The key of a department, as in {@code departments.csv}.
 *
 * @param value capitals, digits and underscores, at most 40, e.g. {@code DEPT_CS}
 */
public record DepartmentKey(String value) implements Comparable<DepartmentKey> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    /** Rejects any other shape. */
    public DepartmentKey {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("department key must look like DEPT_CS: " + value);
        }
    }

    /** Orders by the letters of the key. */
    @Override
    public int compareTo(DepartmentKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
