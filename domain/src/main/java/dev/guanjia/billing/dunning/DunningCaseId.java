package dev.guanjia.billing.dunning;

import dev.guanjia.decision.Identifier;

/**
 * Which dunning case is meant.
 *
 * @param value one to forty letters, digits, points, underscores or hyphens
 */
public record DunningCaseId(String value) implements Comparable<DunningCaseId> {

    /** An identifier of any other shape cannot exist. */
    public DunningCaseId {
        Identifier.require("dunning case id", value);
    }

    @Override
    public int compareTo(DunningCaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
