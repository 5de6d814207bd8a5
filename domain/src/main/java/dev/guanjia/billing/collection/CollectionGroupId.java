package dev.guanjia.billing.collection;

import dev.guanjia.decision.Identifier;

/**
 * Which collection group is meant.
 *
 * @param value one to forty letters, digits, points, underscores or hyphens; the shell makes it
 */
public record CollectionGroupId(String value) implements Comparable<CollectionGroupId> {

    /** An identifier of any other shape cannot exist. */
    public CollectionGroupId {
        Identifier.require("collection group id", value);
    }

    @Override
    public int compareTo(CollectionGroupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
