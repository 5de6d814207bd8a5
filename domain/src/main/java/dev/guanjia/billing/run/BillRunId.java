package dev.guanjia.billing.run;

import dev.guanjia.decision.Identifier;

/**
 * Which bill run is meant.
 *
 * @param value one to forty letters, digits, points, underscores or hyphens; the shell makes it
 */
public record BillRunId(String value) implements Comparable<BillRunId> {

    /** An identifier of any other shape cannot exist. */
    public BillRunId {
        Identifier.require("bill run id", value);
    }

    @Override
    public int compareTo(BillRunId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
