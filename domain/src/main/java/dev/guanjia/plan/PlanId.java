package dev.guanjia.plan;

import dev.guanjia.decision.Identifier;

/**
 * A work plan.
 *
 * @param value one to forty letters, digits, hyphens, underscores or points, e.g. {@code pl_1}
 */
public record PlanId(String value) implements Comparable<PlanId> {

    /** Rejects any other shape. */
    public PlanId {
        Identifier.require("plan id", value);
    }

    /** Orders by the letters of the id. */
    @Override
    public int compareTo(PlanId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
