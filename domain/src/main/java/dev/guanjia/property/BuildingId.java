package dev.guanjia.property;

import dev.guanjia.decision.Identifier;

/**
 * Which building is meant.
 *
 * @param value one to forty letters, digits, points, underscores or hyphens; the shell makes it
 */
public record BuildingId(String value) implements Comparable<BuildingId> {

    /** An identifier of any other shape cannot exist. */
    public BuildingId {
        Identifier.require("building id", value);
    }

    @Override
    public int compareTo(BuildingId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
