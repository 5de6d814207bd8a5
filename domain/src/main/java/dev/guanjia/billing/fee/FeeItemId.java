package dev.guanjia.billing.fee;

import dev.guanjia.decision.Identifier;

/**
 * Which fee item is meant.
 *
 * @param value one to forty letters, digits, points, underscores or hyphens; see {@code
 *     fee-items.csv}
 */
public record FeeItemId(String value) implements Comparable<FeeItemId> {

    /** An identifier of any other shape cannot exist. */
    public FeeItemId {
        Identifier.require("fee item id", value);
    }

    @Override
    public int compareTo(FeeItemId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
