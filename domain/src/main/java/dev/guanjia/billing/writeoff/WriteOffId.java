package dev.guanjia.billing.writeoff;

import dev.guanjia.decision.Identifier;

/**
 * Which write-off is meant.
 *
 * @param value one to forty letters, digits, points, underscores or hyphens; the shell makes it
 */
public record WriteOffId(String value) implements Comparable<WriteOffId> {

    /** An identifier of any other shape cannot exist. */
    public WriteOffId {
        Identifier.require("write-off id", value);
    }

    @Override
    public int compareTo(WriteOffId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
