package dev.guanjia.property;

import dev.guanjia.decision.Identifier;

/**
 * Which unit is meant.
 *
 * @param value one to forty letters, digits, points, underscores or hyphens; the shell makes it
 */
public record UnitId(String value) implements Comparable<UnitId> {

    /** An identifier of any other shape cannot exist. */
    public UnitId {
        Identifier.require("unit id", value);
    }

    @Override
    public int compareTo(UnitId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
