package dev.guanjia.property;

import dev.guanjia.decision.Identifier;

/**
 * Which owner is meant.
 *
 * @param value one to forty letters, digits, points, underscores or hyphens; the shell makes it
 */
public record OwnerId(String value) implements Comparable<OwnerId> {

    /** An identifier of any other shape cannot exist. */
    public OwnerId {
        Identifier.require("owner id", value);
    }

    @Override
    public int compareTo(OwnerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
