package dev.guanjia.billing.deposit;

import dev.guanjia.decision.Identifier;

/**
 * Which deposit is meant.
 *
 * @param value one to forty letters, digits, points, underscores or hyphens; the shell makes it
 */
public record DepositId(String value) implements Comparable<DepositId> {

    /** An identifier of any other shape cannot exist. */
    public DepositId {
        Identifier.require("deposit id", value);
    }

    @Override
    public int compareTo(DepositId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
