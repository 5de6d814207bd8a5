package dev.guanjia.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How often something comes round. Source: requirements 02, legend.
 *
 * <p>Weeks start on Monday (06 section 5 note 3); periods follow the calendar, not the day on which
 * somebody began.
 */
public enum Cadence {
    /** Every day. */
    DAILY(true),
    /** Every calendar week, Monday to Sunday. */
    WEEKLY(true),
    /** Every calendar month. */
    MONTHLY(true),
    /** Every calendar quarter. */
    QUARTERLY(true),
    /** January to June, July to December. */
    HALF_YEARLY(true),
    /** Every calendar year. */
    YEARLY(true),
    /** Every shift; needs a duty table of shifts. */
    SHIFT(false),
    /** Whenever something happens. */
    EVENT(false),
    /** At an interval that the company sets; the source gives none. */
    PERIODIC(false),
    /** All the time. */
    STANDING(false),
    /** Once, to establish, then maintained. */
    SETUP(false);

    private final boolean calendarBound;

    Cadence(boolean calendarBound) {
        this.calendarBound = calendarBound;
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
        return calendarBound;
    }

    /**
     * The periods that begin inside a range.
     *
     * @param range any days
     * @return whole periods in order, each possibly reaching beyond the range; empty for a cadence
     *     that the calendar alone does not fix
     */
    public List<DateRange> periodsStartingIn(DateRange range) {
        List<DateRange> periods = new ArrayList<>();
        if (!calendarBound || range.isEmpty()) {
            return periods;
        }
        LocalDate start = startOfPeriod(range.start());
        if (start.isBefore(range.start())) {
            start = nextStart(start);
        }
        while (range.contains(start)) {
            LocalDate next = nextStart(start);
            periods.add(new DateRange(start, next));
            start = next;
        }
        return periods;
    }

    private LocalDate startOfPeriod(LocalDate day) {
        return switch (this) {
            case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHLY -> day.withDayOfMonth(1);
            case QUARTERLY -> firstOf(day, 3);
            case HALF_YEARLY -> firstOf(day, 6);
            case YEARLY -> day.withDayOfYear(1);
            case DAILY, SHIFT, EVENT, PERIODIC, STANDING, SETUP -> day;
        };
    }

    private LocalDate nextStart(LocalDate start) {
        return switch (this) {
            case WEEKLY -> start.plusWeeks(1);
            case MONTHLY -> start.plusMonths(1);
            case QUARTERLY -> start.plusMonths(3);
            case HALF_YEARLY -> start.plusMonths(6);
            case YEARLY -> start.plusYears(1);
            case DAILY, SHIFT, EVENT, PERIODIC, STANDING, SETUP -> start.plusDays(1);
        };
    }

    private static LocalDate firstOf(LocalDate day, int months) {
        int month = (day.getMonthValue() - 1) / months * months + 1;
        return LocalDate.of(day.getYear(), month, 1);
    }
}
