package dev.guanjia.calendar;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How often something comes round. Source: requirements 02, legend.
 *
 * <p>Weeks start on Monday (06 section 5 note 3); periods follow the calendar, not the day on which
 * somebody began (06 A-03).
 */
public enum Cadence {
    /** Every day. */
    DAILY(1, Interval.Unit.DAYS),
    /** Every calendar week, Monday to Sunday. */
    WEEKLY(1, Interval.Unit.WEEKS),
    /** Every second calendar week; a company may shift it by a week. */
    BIWEEKLY(2, Interval.Unit.WEEKS),
    /** Every calendar month. */
    MONTHLY(1, Interval.Unit.MONTHS),
    /** Every calendar quarter. */
    QUARTERLY(3, Interval.Unit.MONTHS),
    /** January to June, July to December. */
    HALF_YEARLY(6, Interval.Unit.MONTHS),
    /** Every calendar year. */
    YEARLY(12, Interval.Unit.MONTHS),
    /** Every shift; needs a table of shifts. */
    SHIFT,
    /** Whenever something happens. */
    EVENT,
    /** At an interval that the company sets; the source gives none. */
    PERIODIC,
    /** All the time. */
    STANDING,
    /** Once, to establish, then maintained. */
    SETUP;

    private final int length;
    private final Interval.Unit unit;

    Cadence() {
        this(0, Interval.Unit.DAYS);
    }

    /** A length of zero: the calendar alone does not fix it. */
    Cadence(int length, Interval.Unit unit) {
        this.length = length;
        this.unit = unit;
    }

    /**
     * Reads the code of a row.
     *
     * @param code lower case, e.g. {@code half-yearly}
     * @return the cadence
     * @throws IllegalArgumentException if there is none of that code
     */
    public static Cadence parse(String code) {
        for (Cadence cadence : values()) {
            if (cadence.code().equals(code)) {
                return cadence;
            }
        }
        throw new IllegalArgumentException("unknown cadence: " + code);
    }

    /**
     * The code of a row.
     *
     * @return lower case, e.g. {@code half-yearly}
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Whether the calendar alone says when it comes round.
     *
     * @return false for shifts, events, intervals and what is always due
     */
    public boolean isCalendarBound() {
        return length > 0;
    }

    /**
     * The periods of a cadence that the calendar alone fixes.
     *
     * @return counted from Monday, 1 January 2007; empty for any other cadence
     */
    public Optional<Interval> interval() {
        return length == 0
                ? Optional.empty()
                : Optional.of(new Interval(length, unit, Interval.FIRST_MONDAY));
    }

    /**
     * The periods that begin inside a range.
     *
     * @param range any days
     * @return whole periods in order, each possibly reaching beyond the range; empty for a cadence
     *     that the calendar alone does not fix
     */
    public List<DateRange> periodsStartingIn(DateRange range) {
        return interval().map(every -> every.periodsStartingIn(range)).orElse(List.of());
    }
}
