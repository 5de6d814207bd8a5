package dev.guanjia.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last day of a period on which something is still in time.
 *
 * <p>Shape: {@code period-end}, or {@code day-N} for day N of the period's first month, clamped to
 * the month's length. The day itself counts. Source: requirements 06 A-62, 04 section 7 note 14.
 *
 * @param dayOfMonth 1 to 31, or 0 for the last day of the period
 */
public record DeadlineRule(int dayOfMonth) {

    /** The last day of the period. */
    public static final DeadlineRule PERIOD_END = new DeadlineRule(0);

    private static final Pattern DAY = Pattern.compile("day-([1-9]|[12][0-9]|3[01])");

    /** Rejects days that no month has. */
    public DeadlineRule {
        if (dayOfMonth < 0 || dayOfMonth > 31) {
            throw new IllegalArgumentException("day of month must be 1 to 31: " + dayOfMonth);
        }
    }

    /**
     * Reads the code of a row.
     *
     * @param code {@code period-end} or {@code day-30}
     * @return the rule
     * @throws IllegalArgumentException for any other code
     */
    public static DeadlineRule parse(String code) {
        if (code.equals("period-end")) {
            return PERIOD_END;
        }
        Matcher day = DAY.matcher(code);
        if (!day.matches()) {
            throw new IllegalArgumentException("deadline must be period-end or day-30: " + code);
        }
        return new DeadlineRule(Integer.parseInt(day.group(1)));
    }

    /**
     * Applies the rule.
     *
     * @param period a period that is not empty
     * @return the last day in time, inside the period
     */
    public LocalDate lastDay(DateRange period) {
        if (dayOfMonth == 0) {
            return period.last();
        }
        YearMonth month = YearMonth.from(period.start());
        LocalDate day = month.atDay(Math.min(dayOfMonth, month.lengthOfMonth()));
        return day.isAfter(period.last()) ? period.last() : day;
    }

    /** The code of a row. */
    @Override
    public String toString() {
        return dayOfMonth == 0 ? "period-end" : "day-" + dayOfMonth;
    }
}
