package dev.guanjia.property;

import dev.guanjia.decision.Identifier;

/**
 * Which community is meant.
 *
 * @param value one to forty letters, digits, points, underscores or hyphens; the shell makes it
 */
public record CommunityId(String value) implements Comparable<CommunityId> {

    /** An identifier of any other shape cannot exist. */
    public CommunityId {
        Identifier.require("community id", value);
    }

    @Override
    public int compareTo(CommunityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
