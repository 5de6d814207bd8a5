package dev.guanjia.billing.waiver;

import dev.guanjia.decision.Identifier;

/**
 * Which waiver is meant.
 *
 * @param value one to forty letters, digits, points, underscores or hyphens; the shell makes it
 */
public record WaiverId(String value) implements Comparable<WaiverId> {

    /** An identifier of any other shape cannot exist. */
    public WaiverId {
        Identifier.require("waiver id", value);
    }

    @Override
    public int compareTo(WaiverId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
