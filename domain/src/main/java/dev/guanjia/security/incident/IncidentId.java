package dev.guanjia.security.incident;

import dev.guanjia.decision.Identifier;

/**
 * An incident.
 *
 * @param value one to forty letters, digits, hyphens, underscores or points, e.g. {@code in_1}
 */
public record IncidentId(String value) implements Comparable<IncidentId> {

    /** Rejects any other shape. */
    public IncidentId {
        Identifier.require("incident id", value);
    }

    /** Orders by the letters of the id. */
    @Override
    public int compareTo(IncidentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
