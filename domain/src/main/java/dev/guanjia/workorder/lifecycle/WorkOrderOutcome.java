package dev.guanjia.workorder.lifecycle;

/** What came of a work order, kept after it is closed. */
public enum WorkOrderOutcome {
    /** Nothing yet. */
    OPEN(true),
    /** It was handled, by the word of whoever did it, and nobody has objected. */
    HANDLED(true),
    /** It was no valid complaint, a false alarm or no matter of ours. Source: 06 A-61. */
    INVALID(false),
    /** The requester took it back, or did not agree to the price. */
    CANCELLED(false),
    /** The management gave it up. */
    ADMINISTRATIVE(false);

    private final boolean rated;

    WorkOrderOutcome(boolean rated) {
        this.rated = rated;
    }

    /**
     * Whether it counts in rates of timeliness and satisfaction.
     *
     * @return false for what was invalid, taken back or given up
     */
    public boolean isRated() {
        return rated;
    }
}
