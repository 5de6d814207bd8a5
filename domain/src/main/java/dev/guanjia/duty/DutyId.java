package dev.guanjia.duty;

import dev.guanjia.decision.Identifier;

/**
 * The key of a duty, as the requirements number it.
 *
 * @param value starts with {@code D-}, e.g. {@code D-004B-RC-06}
 */
public record DutyId(String value) implements Comparable<DutyId> {

    /** Rejects any other shape. */
    public DutyId {
        Identifier.require("duty id", value);
        if (!value.startsWith("D-")) {
            throw new IllegalArgumentException("duty id must start with D-: " + value);
        }
    }

    /** Orders by the letters of the key. */
    @Override
    public int compareTo(DutyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
