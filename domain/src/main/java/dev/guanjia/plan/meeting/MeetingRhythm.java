package dev.guanjia.plan.meeting;

import java.time.Period;
import java.util.Optional;

/** How often a meeting is held. */
public enum MeetingRhythm {
    /** Before or after every shift. */
    SHIFT(Optional.empty()),
    /** Every seven days. */
    WEEKLY(Optional.of(Period.ofWeeks(1))),
    /** Every fourteen days. */
    BIWEEKLY(Optional.of(Period.ofWeeks(2))),
    /** Every month. */
    MONTHLY(Optional.of(Period.ofMonths(1))),
    /** At an interval that the company sets; the source gives none. */
    PERIODIC(Optional.empty()),
    /** When there is a real need. */
    ON_DEMAND(Optional.empty());

    private final Optional<Period> every;

    MeetingRhythm(Optional<Period> every) {
        this.every = every;
    }

    /**
     * The time from one meeting to the next.
     *
     * @return the interval, or empty where the rhythm alone does not fix it
     */
    public Optional<Period> every() {
        return every;
    }
}
