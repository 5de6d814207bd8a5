package dev.guanjia.plan.meeting;

import dev.guanjia.decision.Identifier;

/**
 * A meeting.
 *
 * @param value one to forty letters, digits, hyphens, underscores or points, e.g. {@code mt_1}
 */
public record MeetingId(String value) implements Comparable<MeetingId> {

    /** Rejects any other shape. */
    public MeetingId {
        Identifier.require("meeting id", value);
    }

    /** Orders by the letters of the id. */
    @Override
    public int compareTo(MeetingId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
