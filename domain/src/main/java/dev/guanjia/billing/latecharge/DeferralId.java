package dev.guanjia.billing.latecharge;

import dev.guanjia.decision.Identifier;

/**
 * Which deferral is meant.
 *
 * @param value one to forty letters, digits, points, underscores or hyphens; the shell makes it
 */
public record DeferralId(String value) implements Comparable<DeferralId> {

    /** An identifier of any other shape cannot exist. */
    public DeferralId {
        Identifier.require("deferral id", value);
    }

    @Override
    public int compareTo(DeferralId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
