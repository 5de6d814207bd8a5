package dev.guanjia.workorder.level;

import dev.guanjia.decision.Identifier;

/**
 * Which service level is meant.
 *
 * @param value one to forty letters, digits, points, underscores or hyphens; the shell makes it
 */
public record ServiceLevelId(String value) implements Comparable<ServiceLevelId> {

    /** An identifier of any other shape cannot exist. */
    public ServiceLevelId {
        Identifier.require("service level id", value);
    }

    @Override
    public int compareTo(ServiceLevelId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
