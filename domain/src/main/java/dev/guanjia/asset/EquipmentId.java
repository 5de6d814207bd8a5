package dev.guanjia.asset;

import dev.guanjia.decision.Identifier;

/**
 * A piece of equipment.
 *
 * @param value one to forty letters, digits, hyphens, underscores or points, e.g. {@code lift_1}
 */
public record EquipmentId(String value) implements Comparable<EquipmentId> {

    /** Rejects any other shape. */
    public EquipmentId {
        Identifier.require("equipment id", value);
    }

    /** Orders by the letters of the id. */
    @Override
    public int compareTo(EquipmentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
