package dev.guanjia.billing.deposit;

import dev.guanjia.decision.Identifier;

/**
 * Which summary of deposits is meant.
 *
 * @param value one to forty letters, digits, points, underscores or hyphens; the shell makes it
 */
public record DepositSummaryId(String value) implements Comparable<DepositSummaryId> {

    /** An identifier of any other shape cannot exist. */
    public DepositSummaryId {
        Identifier.require("summary of deposits id", value);
    }

    @Override
    public int compareTo(DepositSummaryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
