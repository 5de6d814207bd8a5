package dev.guanjia.billing.settlement;

import dev.guanjia.decision.Identifier;

/**
 * Which payment is meant.
 *
 * @param value one to forty letters, digits, points, underscores or hyphens; the shell makes it
 */
public record PaymentId(String value) implements Comparable<PaymentId> {

    /** An identifier of any other shape cannot exist. */
    public PaymentId {
        Identifier.require("payment id", value);
    }

    @Override
    public int compareTo(PaymentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
