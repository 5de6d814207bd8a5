package dev.guanjia.property.meter;

import dev.guanjia.decision.Identifier;

/**
 * Which meter is meant.
 *
 * @param value one to forty letters, digits, points, underscores or hyphens; the shell makes it
 */
public record MeterId(String value) implements Comparable<MeterId> {

    /** An identifier of any other shape cannot exist. */
    public MeterId {
        Identifier.require("meter id", value);
    }

    @Override
    public int compareTo(MeterId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
