package dev.guanjia.property.meter;

import dev.guanjia.decision.Identifier;

/**
 * Which reading of a meter is meant.
 *
 * @param value one to forty letters, digits, points, underscores or hyphens; the shell makes it
 */
public record ReadingId(String value) implements Comparable<ReadingId> {

    /** An identifier of any other shape cannot exist. */
    public ReadingId {
        Identifier.require("reading id", value);
    }

    @Override
    public int compareTo(ReadingId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
