package dev.guanjia.plan;

import dev.guanjia.decision.Identifier;
import dev.guanjia.duty.DutyId;

/**
 * An item of a work plan. Unique in the company, because the item becomes a duty of its own.
 *
 * @param value one to thirty-three letters, digits, hyphens, underscores or points
 */
public record PlanItemId(String value) implements Comparable<PlanItemId> {

    private static final String DUTY = "D-PLAN.";

    /** Rejects any other shape. */
    public PlanItemId {
        Identifier.require("plan item id", value);
        Identifier.require("plan item id with " + DUTY, DUTY + value);
    }

    /**
     * The key of the duty that the item becomes. No duty of the catalogue has a point in its key.
     *
     * @return e.g. {@code D-PLAN.pi_1}
     */
    public DutyId duty() {
        return new DutyId(DUTY + value);
    }

    /** Orders by the letters of the id. */
    @Override
    public int compareTo(PlanItemId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
