package dev.guanjia.security.patrol;

import dev.guanjia.decision.Identifier;

/**
 * A round of a patrol.
 *
 * @param value one to forty letters, digits, hyphens, underscores or points, e.g. {@code rd_1}
 */
public record RoundId(String value) implements Comparable<RoundId> {

    /** Rejects any other shape. */
    public RoundId {
        Identifier.require("round id", value);
    }

    /** Orders by the letters of the id. */
    @Override
    public int compareTo(RoundId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
