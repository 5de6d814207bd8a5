package dev.guanjia.property;

import dev.guanjia.decision.Identifier;

/**
 * Which occupant is meant.
 *
 * @param value one to forty letters, digits, points, underscores or hyphens; the shell makes it
 */
public record OccupantId(String value) implements Comparable<OccupantId> {

    /** An identifier of any other shape cannot exist. */
    public OccupantId {
        Identifier.require("occupant id", value);
    }

    @Override
    public int compareTo(OccupantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
