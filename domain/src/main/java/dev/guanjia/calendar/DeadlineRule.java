package dev.guanjia.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A deadline that can be dated: the last day of a period, or the moment of a shift or an event, on
 * which something is still in time. The day itself counts. Source: requirements 02 deadline column,
 * 06.
 *
 * @param kind what is counted
 * @param number the N of {@code day-N}; zero for a kind without one
 */
public record DeadlineRule(DeadlineKind kind, int number) {

    /** The last day of the period. */
    public static final DeadlineRule PERIOD_END = new DeadlineRule(DeadlineKind.PERIOD_END, 0);

    private static final Pattern NUMBER = Pattern.compile("-([1-9][0-9]{0,2})(?=-|$)");

    /** Rejects numbers that the kind does not have. */
    public DeadlineRule {
        if (number < Math.min(1, kind.most()) || number > kind.most()) {
            throw new IllegalArgumentException(
                    kind.code() + " takes 1 to " + kind.most() + ": " + number);
        }
    }

    /**
     * Day N of a month.
     *
     * @param number 1 to 31; clamped to the length of a shorter month
     * @return the rule
     */
    public static DeadlineRule day(int number) {
        return new DeadlineRule(DeadlineKind.DAY, number);
    }

    /**
     * Whether a code is one of a dated rule.
     *
     * @param code e.g. {@code day-30} or {@code promptly}
     * @return true if {@link #parse} reads its kind; its number may still be refused
     */
    public static boolean isDated(String code) {
        return DeadlineKind.find(NUMBER.matcher(code).replaceFirst("-N")).isPresent();
    }

    /**
     * Reads the code of a row.
     *
     * @param code e.g. {@code period-end}, {@code day-30} or {@code at-least-2-per-area}
     * @return the rule
     * @throws IllegalArgumentException for any other code
     */
    public static DeadlineRule parse(String code) {
        Matcher number = NUMBER.matcher(code);
        DeadlineKind kind =
                DeadlineKind.find(number.replaceFirst("-N"))
                        .orElseThrow(
                                () -> new IllegalArgumentException("unknown deadline: " + code));
        return new DeadlineRule(
                kind, number.reset().find() ? Integer.parseInt(number.group(1)) : 0);
    }

    /**
     * Whether the rule dates a cadence: its moment falls inside every one of its periods.
     *
     * @param cadence the cadence
     * @return false where it never falls inside, as day 30 of a day or quarter 3 of a month
     */
    public boolean fits(Cadence cadence) {
        return kind.fits(cadence);
    }

    /**
     * Whether the rule dates the periods of an interval that a company sets.
     *
     * @param interval the interval
     * @return false where it does not fall inside every period
     */
    public boolean fits(Interval interval) {
        return switch (kind) {
            case PERIOD_END, BEFORE_PERIOD -> true;
            case DAY -> interval.unit() == Interval.Unit.MONTHS;
            case QUARTER -> interval.holdsEveryQuarter();
            default -> false;
        };
    }

    /**
     * The last day in time, weeks ending on Sunday.
     *
     * @param period a period of a cadence that the rule fits
     * @return the day, inside the period
     * @throws IllegalArgumentException if the rule does not fall inside the period
     */
    public LocalDate lastDay(DateRange period) {
        return lastDay(period, DayOfWeek.SUNDAY);
    }

    /**
     * The last day in time.
     *
     * @param period a period of a cadence that the rule fits
     * @param weekEnd on which day "the end of the week" is
     * @return the day, inside the period
     * @throws IllegalArgumentException if the rule does not fall inside the period
     */
    public LocalDate lastDay(DateRange period, DayOfWeek weekEnd) {
        LocalDate start = period.start();
        LocalDate day =
                switch (kind) {
                    case YEAR_START, SAME_DAY -> start;
                    case WEEK_END -> start.with(TemporalAdjusters.nextOrSame(weekEnd));
                    case DAY -> firstDay(start);
                    case QUARTER -> endOfQuarter(start);
                    case DAYS -> start.plusDays(number);
                    default -> period.last();
                };
        if (kind != DeadlineKind.DAYS && day.isAfter(period.last())) {
            throw new IllegalArgumentException(this + " does not fall inside " + period);
        }
        return day;
    }

    /** The first day N, clamped to its month, that is not before the period begins. */
    private LocalDate firstDay(LocalDate start) {
        YearMonth month = YearMonth.from(start);
        LocalDate day = clamped(month);
        return day.isBefore(start) ? clamped(month.plusMonths(1)) : day;
    }

    private LocalDate clamped(YearMonth month) {
        return month.atDay(Math.min(number, month.lengthOfMonth()));
    }

    private LocalDate endOfQuarter(LocalDate start) {
        int ahead = Math.floorMod(number - start.get(IsoFields.QUARTER_OF_YEAR), 4);
        LocalDate within = start.plus(ahead, IsoFields.QUARTER_YEARS);
        return YearMonth.of(within.getYear(), number * 3).atEndOfMonth();
    }

    /** The code of a row. */
    @Override
    public String toString() {
        return kind.code().replace("-N", "-" + number);
    }
}
