package dev.guanjia.workorder.lifecycle;

/** What came of a work order, kept after it is closed. */
public enum WorkOrderOutcome {
    /** Nothing yet. */
    OPEN(true),
    /** It was handled, by the word of whoever did it, and nobody has objected. */
    HANDLED(true),
    /** It was no valid complaint. Source: 06 A-61. */
    INVALID(false),
    /** The management gave it up. */
    ADMINISTRATIVE(false);

    private final boolean rated;

    WorkOrderOutcome(boolean rated) {
        this.rated = rated;
    }

    /**
     * Whether it counts in rates of timeliness and satisfaction.
     *
     * @return false for what was invalid or given up
     */
    public boolean isRated() {
        return rated;
    }
}
