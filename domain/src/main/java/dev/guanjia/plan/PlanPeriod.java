package dev.guanjia.plan;

import dev.guanjia.calendar.DateRange;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time a plan is for: a whole calendar year, half-year, quarter or month.
 *
 * @param span how long it runs
 * @param first its first month, on which such a period begins
 */
public record PlanPeriod(PlanSpan span, YearMonth first) {

    private static final Pattern PART = Pattern.compile("(\\d{4})-(H[12]|Q[1-4])");

    /** A half-year begins in January or July, a quarter every third month. */
    public PlanPeriod {
        if ((first.getMonthValue() - 1) % span.months() != 0) {
            throw new IllegalArgumentException(span + " does not begin in " + first);
        }
    }

    /**
     * A year.
     *
     * @param year the year
     * @return January to December
     */
    public static PlanPeriod of(Year year) {
        return new PlanPeriod(PlanSpan.YEAR, year.atMonth(1));
    }

    /**
     * A month.
     *
     * @param month the month
     * @return the month
     */
    public static PlanPeriod of(YearMonth month) {
        return new PlanPeriod(PlanSpan.MONTH, month);
    }

    /**
     * Reads a period as it prints.
     *
     * @param text {@code 2026}, {@code 2026-H1}, {@code 2026-Q3} or {@code 2026-07}
     * @return the period
     * @throws IllegalArgumentException for any other text
     * @throws java.time.DateTimeException if there is no such month
     */
    public static PlanPeriod parse(String text) {
        if (text.matches("\\d{4}")) {
            return of(Year.parse(text));
        }
        if (text.matches("\\d{4}-\\d{2}")) {
            return of(YearMonth.parse(text));
        }
        Matcher part = PART.matcher(text);
        if (!part.matches()) {
            throw new IllegalArgumentException(
                    "plan period must look like 2026, 2026-H1, 2026-Q3 or 2026-07: " + text);
        }
        PlanSpan span = part.group(2).startsWith("H") ? PlanSpan.HALF_YEAR : PlanSpan.QUARTER;
        int number = Integer.parseInt(part.group(2).substring(1));
        return new PlanPeriod(
                span, Year.parse(part.group(1)).atMonth((number - 1) * span.months() + 1));
    }

    /**
     * Its days.
     *
     * @return from the first day of the first month to the last day of the last
     */
    public DateRange days() {
        return new DateRange(first.atDay(1), first.plusMonths(span.months()).atDay(1));
    }

    /**
     * Whether another period lies inside this one.
     *
     * @param other the other, possibly the same
     * @return true if no day of it lies outside
     */
    public boolean contains(PlanPeriod other) {
        return days().contains(other.days().start()) && days().contains(other.days().last());
    }

    /** {@code 2026}, {@code 2026-H1}, {@code 2026-Q3} or {@code 2026-07}. */
    @Override
    public String toString() {
        int number = (first.getMonthValue() - 1) / span.months() + 1;
        return switch (span) {
            case YEAR -> Year.of(first.getYear()).toString();
            case HALF_YEAR -> first.getYear() + "-H" + number;
            case QUARTER -> first.getYear() + "-Q" + number;
            case MONTH -> first.toString();
        };
    }
}
