package dev.guanjia.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Periods of equal length that tile the calendar in both directions, {@code anchor + k × length}.
 *
 * @param length how many units a period lasts, 1 to 1,200
 * @param unit the unit
 * @param anchor the first day of one of the periods; day 1 to 28 where months are counted, because
 *     every month has it
 */
public record Interval(int length, Unit unit, LocalDate anchor) {

    /** The Monday on which the shipped years begin; weeks and fortnights are counted from it. */
    public static final LocalDate FIRST_MONDAY = LocalDate.of(2007, 1, 1);

    private static final Pattern SHAPE = Pattern.compile("P([0-9]{1,4})([DWMY])");
    private static final int MOST = 1_200;
    private static final int LAST_DAY_OF_EVERY_MONTH = 28;

    /** Rejects lengths that never move on, and anchors that some month lacks. */
    public Interval {
        if (length < 1 || length > MOST) {
            throw new IllegalArgumentException("interval must be 1 to 1200 long: " + length);
        }
        if (unit == Unit.MONTHS && anchor.getDayOfMonth() > LAST_DAY_OF_EVERY_MONTH) {
            throw new IllegalArgumentException("months are counted from day 1 to 28: " + anchor);
        }
    }

    /**
     * Reads a length as ISO 8601 writes it.
     *
     * @param text {@code P14D}, {@code P2W}, {@code P3M} or {@code P1Y}
     * @param anchor the first day of one of the periods
     * @return the interval
     * @throws IllegalArgumentException for any other shape, or if it is not above zero
     */
    public static Interval parse(String text, LocalDate anchor) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("interval must look like P14D, P2W or P3M: " + text);
        }
        int length = Integer.parseInt(parts.group(1));
        return switch (parts.group(2)) {
            case "D" -> new Interval(length, Unit.DAYS, anchor);
            case "W" -> new Interval(length, Unit.WEEKS, anchor);
            case "M" -> new Interval(length, Unit.MONTHS, anchor);
            default -> new Interval(length * 12, Unit.MONTHS, anchor);
        };
    }

    /**
     * The period that holds a day.
     *
     * @param day the day
     * @return the period
     */
    public DateRange periodOf(LocalDate day) {
        long index = Math.floorDiv(unitsBetween(day), length);
        LocalDate start = start(index);
        if (start.isAfter(day)) {
            return new DateRange(start(index - 1), start);
        }
        return new DateRange(start, start(index + 1));
    }

    /**
     * The period that begins on a day.
     *
     * @param day the day
     * @return the period, or empty when none begins then
     */
    public Optional<DateRange> periodStartingOn(LocalDate day) {
        return Optional.of(periodOf(day)).filter(period -> period.start().equals(day));
    }

    /**
     * The periods that begin inside a range.
     *
     * @param range any days
     * @return whole periods in order, the last possibly reaching beyond the range
     */
    public List<DateRange> periodsStartingIn(DateRange range) {
        List<DateRange> periods = new ArrayList<>();
        if (range.isEmpty()) {
            return periods;
        }
        DateRange period = periodOf(range.start());
        if (period.start().isBefore(range.start())) {
            period = periodOf(period.end());
        }
        while (range.contains(period.start())) {
            periods.add(period);
            period = periodOf(period.end());
        }
        return periods;
    }

    /**
     * Whether every period holds a whole number of years or more than one.
     *
     * @return true for twelve months and more
     */
    public boolean holdsEveryQuarter() {
        return unit == Unit.MONTHS && length >= 12;
    }

    private long unitsBetween(LocalDate day) {
        return switch (unit) {
            case DAYS -> ChronoUnit.DAYS.between(anchor, day);
            case WEEKS -> Math.floorDiv(ChronoUnit.DAYS.between(anchor, day), 7);
            case MONTHS ->
                    ChronoUnit.MONTHS.between(anchor.withDayOfMonth(1), day.withDayOfMonth(1));
        };
    }

    private LocalDate start(long index) {
        return anchor.plus(index * length, unit.unit);
    }

    /** {@code every 14 days from 2026-01-05}. */
    @Override
    public String toString() {
        return "every "
                + length
                + " "
                + unit.unit.toString().toLowerCase(Locale.ROOT)
                + " from "
                + anchor;
    }

    /** What a length is counted in. */
    public enum Unit {
        /** Days. */
        DAYS(ChronoUnit.DAYS),
        /** Weeks of seven days. */
        WEEKS(ChronoUnit.WEEKS),
        /** Calendar months. */
        MONTHS(ChronoUnit.MONTHS);

        private final ChronoUnit unit;

        Unit(ChronoUnit unit) {
            this.unit = unit;
        }
    }
}
