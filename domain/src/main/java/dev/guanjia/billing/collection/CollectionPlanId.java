package dev.guanjia.billing.collection;

import dev.guanjia.decision.Identifier;

/**
 * Which collection plan is meant.
 *
 * @param value one to forty letters, digits, points, underscores or hyphens; the shell makes it
 */
public record CollectionPlanId(String value) implements Comparable<CollectionPlanId> {

    /** An identifier of any other shape cannot exist. */
    public CollectionPlanId {
        Identifier.require("collection plan id", value);
    }

    @Override
    public int compareTo(CollectionPlanId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
