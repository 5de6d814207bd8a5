package dev.guanjia.billing.tariff;

import dev.guanjia.decision.Identifier;

/**
 * Which tariff is meant.
 *
 * @param value one to forty letters, digits, points, underscores or hyphens; the shell makes it
 */
public record TariffId(String value) implements Comparable<TariffId> {

    /** An identifier of any other shape cannot exist. */
    public TariffId {
        Identifier.require("tariff id", value);
    }

    @Override
    public int compareTo(TariffId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
