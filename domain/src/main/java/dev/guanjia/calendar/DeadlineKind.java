package dev.guanjia.calendar;

import java.util.Arrays;
import java.util.Optional;

/** What a dated deadline counts, and which cadences have it in every period. */
public enum DeadlineKind {
    /** The last day of the period. */
    PERIOD_END("period-end"),
    /** The day itself. */
    DAY_END("day-end"),
    /** The end of the week: Sunday unless the company says otherwise (06 section 5 note 3). */
    WEEK_END("week-end"),
    /** The last day of the month. */
    MONTH_END("month-end"),
    /** The last day of the quarter. */
    QUARTER_END("quarter-end"),
    /** The last day of the year. */
    YEAR_END("year-end"),
    /** The first day of the year. */
    YEAR_START("year-start"),
    /** Before the next period begins, which the work is for: the last day of this one. */
    BEFORE_PERIOD("before-period"),
    /** Day N of the month, clamped to the month's length; the first that the period holds. */
    DAY("day-N", 31),
    /** The last day of calendar quarter N. */
    QUARTER("quarter-N", 4),
    /** When the shift begins. */
    SHIFT_START("shift-start"),
    /** When the shift ends. */
    SHIFT_END("shift-end"),
    /** When the relief takes over: the end of the shift. */
    SHIFT_CHANGE("shift-change"),
    /** N times in every area before the shift ends. */
    AT_LEAST("at-least-N-per-area", 99),
    /** The end of day N, counted from the day after the event (06 A-64). */
    DAYS("days-N", 999),
    /** The end of the event's day. */
    SAME_DAY("same-day");

    private final String code;
    private final int most;

    DeadlineKind(String code) {
        this(code, 0);
    }

    DeadlineKind(String code, int most) {
        this.code = code;
        this.most = most;
    }

    /**
     * The code in a row.
     *
     * @return lower case, with {@code N} for a number
     */
    public String code() {
        return code;
    }

    static Optional<DeadlineKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** The largest number; zero for a kind that takes none. */
    int most() {
        return most;
    }

    boolean fits(Cadence cadence) {
        return switch (this) {
            case PERIOD_END, BEFORE_PERIOD ->
                    cadence.isCalendarBound() || cadence == Cadence.PERIODIC;
            case DAY_END -> cadence == Cadence.DAILY;
            case WEEK_END -> cadence == Cadence.WEEKLY;
            case MONTH_END -> cadence == Cadence.MONTHLY;
            case QUARTER_END -> cadence == Cadence.QUARTERLY;
            case YEAR_END, YEAR_START -> cadence == Cadence.YEARLY;
            case DAY ->
                    switch (cadence) {
                        case MONTHLY, QUARTERLY, HALF_YEARLY, YEARLY, PERIODIC -> true;
                        default -> false;
                    };
            case QUARTER ->
                    switch (cadence) {
                        case YEARLY, PERIODIC, SETUP -> true;
                        default -> false;
                    };
            case SHIFT_START, SHIFT_END, SHIFT_CHANGE, AT_LEAST -> cadence == Cadence.SHIFT;
            case DAYS, SAME_DAY -> cadence == Cadence.EVENT;
        };
    }
}
