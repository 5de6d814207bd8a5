package dev.guanjia.workorder;

import dev.guanjia.decision.Identifier;

/**
 * Which work order is meant.
 *
 * @param value one to forty letters, digits, points, underscores or hyphens; the shell makes it
 */
public record WorkOrderId(String value) implements Comparable<WorkOrderId> {

    /** An identifier of any other shape cannot exist. */
    public WorkOrderId {
        Identifier.require("work order id", value);
    }

    @Override
    public int compareTo(WorkOrderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
