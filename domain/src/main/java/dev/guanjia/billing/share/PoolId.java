package dev.guanjia.billing.share;

import dev.guanjia.decision.Identifier;

/**
 * Which pool is meant.
 *
 * @param value one to forty letters, digits, points, underscores or hyphens; the shell makes it
 */
public record PoolId(String value) implements Comparable<PoolId> {

    /** An identifier of any other shape cannot exist. */
    public PoolId {
        Identifier.require("pool id", value);
    }

    @Override
    public int compareTo(PoolId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
