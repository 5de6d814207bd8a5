package dev.guanjia.organisation;

import dev.guanjia.decision.Identifier;

/**
 * A member of staff.
 *
 * @param value one to forty letters, digits, hyphens, underscores or points, e.g. {@code sf_1}
 */
public record StaffId(String value) implements Comparable<StaffId> {

    /** Rejects any other shape. */
    public StaffId {
        Identifier.require("staff id", value);
    }

    /** Orders by the letters of the id. */
    @Override
    public int compareTo(StaffId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
