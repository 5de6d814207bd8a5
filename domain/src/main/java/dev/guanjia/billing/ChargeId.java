package dev.guanjia.billing;

import dev.guanjia.decision.Identifier;

/**
 * Which charge is meant.
 *
 * @param value one to forty letters, digits, points, underscores or hyphens; the shell makes it
 */
public record ChargeId(String value) implements Comparable<ChargeId> {

    /** An identifier of any other shape cannot exist. */
    public ChargeId {
        Identifier.require("charge id", value);
    }

    @Override
    public int compareTo(ChargeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
