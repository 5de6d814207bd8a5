package dev.guanjia.plan.meeting;

import dev.guanjia.decision.Identifier;
import dev.guanjia.duty.DutyId;

/**
 * A matter decided by a meeting. Unique in the company, because the matter becomes a duty.
 *
 * @param value one to thirty-three letters, digits, hyphens, underscores or points
 */
public record ActionItemId(String value) implements Comparable<ActionItemId> {

    private static final String DUTY = "D-MEET.";

    /** Rejects any other shape. */
    public ActionItemId {
        Identifier.require("action item id", value);
        Identifier.require("action item id with " + DUTY, DUTY + value);
    }

    /**
     * The key of the duty that the matter becomes. No duty of the catalogue has a point in its key.
     *
     * @return e.g. {@code D-MEET.ai_1}
     */
    public DutyId duty() {
        return new DutyId(DUTY + value);
    }

    /** Orders by the letters of the id. */
    @Override
    public int compareTo(ActionItemId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
