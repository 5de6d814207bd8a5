package dev.guanjia.plan;

/** How long a plan runs. Source: requirements 05 S04: annual, half-year, quarterly, monthly. */
public enum PlanSpan {
    /** A calendar year. */
    YEAR(12),
    /** January to June, or July to December. */
    HALF_YEAR(6),
    /** A calendar quarter. */
    QUARTER(3),
    /** A calendar month. */
    MONTH(1);

    private final int months;

    PlanSpan(int months) {
        this.months = months;
    }

    /**
     * How many months it is.
     *
     * @return twelve, six, three or one
     */
    public int months() {
        return months;
    }
}
