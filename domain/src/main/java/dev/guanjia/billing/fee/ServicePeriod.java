package dev.guanjia.billing.fee;

import dev.guanjia.calendar.DateRange;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days that a charge pays for: a month, a quarter, a year, or a part of one that a payer or a
 * unit was there for.
 *
 * @param start first day, included
 * @param end day after the last, excluded; after {@code start}
 */
public record ServicePeriod(LocalDate start, LocalDate end) implements Comparable<ServicePeriod> {

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Comparator<ServicePeriod> ORDER =
            Comparator.comparing(ServicePeriod::start).thenComparing(ServicePeriod::end);

    /** A charge pays for a day at least. */
    public ServicePeriod {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("period without a day: " + start + " to " + end);
        }
    }

    /**
     * A whole month.
     *
     * @param month the month
     * @return its days
     */
    public static ServicePeriod of(YearMonth month) {
        return of(DateRange.of(month));
    }

    /**
     * Any run of days.
     *
     * @param days one or more
     * @return the same days
     * @throws IllegalArgumentException if it is empty
     */
    public static ServicePeriod of(DateRange days) {
        return new ServicePeriod(days.start(), days.end());
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @param text {@code 2026-03}, {@code 2026-Q1}, {@code 2026} or {@code 2026-03-01/2026-03-15}
     *     with the last day included
     * @return the period
     * @throws IllegalArgumentException if the text has any other shape, or runs backwards
     */
    public static ServicePeriod parse(String text) {
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            int month = 3 * Integer.parseInt(quarter.group(2)) - 2;
            return months(YearMonth.of(Integer.parseInt(quarter.group(1)), month), 3);
        }
        if (YEAR.matcher(text).matches()) {
            return months(YearMonth.of(Integer.parseInt(text), 1), 12);
        }
        return parseDays(text);
    }

    /**
     * Its days.
     *
     * @return first day included, day after the last excluded
     */
    public DateRange range() {
        return new DateRange(start, end);
    }

    /**
     * The month whose rows hold: that of its first day.
     *
     * @return the month
     */
    public YearMonth month() {
        return YearMonth.from(start);
    }

    /**
     * Whether a day is paid for by both.
     *
     * @param other another period
     * @return true when they have a day in common
     */
    public boolean overlaps(ServicePeriod other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /**
     * The days that are in both.
     *
     * @param other another period
     * @return their common days; empty when they have none
     */
    public Optional<ServicePeriod> within(ServicePeriod other) {
        LocalDate first = start.isAfter(other.start) ? start : other.start;
        LocalDate after = end.isBefore(other.end) ? end : other.end;
        return first.isBefore(after)
                ? Optional.of(new ServicePeriod(first, after))
                : Optional.empty();
    }

    /**
     * Its days by calendar month.
     *
     * @return one period per month that it has days in, in order
     */
    public List<ServicePeriod> byMonth() {
        List<ServicePeriod> slices = new ArrayList<>();
        for (LocalDate day = start; day.isBefore(end); ) {
            LocalDate next = YearMonth.from(day).plusMonths(1).atDay(1);
            slices.add(new ServicePeriod(day, next.isBefore(end) ? next : end));
            day = next;
        }
        return List.copyOf(slices);
    }

    /**
     * The days that others leave.
     *
     * @param others any periods
     * @return the stretches of this one that are in none of them, in order
     */
    public List<ServicePeriod> without(List<ServicePeriod> others) {
        if (others.isEmpty()) {
            return List.of(this);
        }
        List<ServicePeriod> left = new ArrayList<>();
        LocalDate free = start;
        for (ServicePeriod other : others.stream().filter(this::overlaps).sorted().toList()) {
            if (other.start.isAfter(free)) {
                left.add(new ServicePeriod(free, other.start));
            }
            free = other.end.isAfter(free) ? other.end : free;
        }
        if (free.isBefore(end)) {
            left.add(new ServicePeriod(free, end));
        }
        return List.copyOf(left);
    }

    @Override
    public int compareTo(ServicePeriod other) {
        return ORDER.compare(this, other);
    }

    /** The shortest of the four forms that {@link #parse} reads. */
    @Override
    public String toString() {
        if (this.equals(of(month()))) {
            return month().toString();
        }
        if (this.equals(months(month(), 3)) && start.getMonthValue() % 3 == 1) {
            return start.getYear() + "-Q" + (start.getMonthValue() + 2) / 3;
        }
        if (this.equals(months(month(), 12)) && start.getMonthValue() == 1) {
            return month().toString().substring(0, 4);
        }
        return start + "/" + end.minusDays(1);
    }

    private static ServicePeriod months(YearMonth first, int count) {
        return new ServicePeriod(first.atDay(1), first.plusMonths(count).atDay(1));
    }

    private static ServicePeriod parseDays(String text) {
        try {
            int stroke = text.indexOf('/');
            return stroke < 0
                    ? of(YearMonth.parse(text))
                    : of(
                            DateRange.ofClosed(
                                    LocalDate.parse(text.substring(0, stroke)),
                                    LocalDate.parse(text.substring(stroke + 1))));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "period must look like 2026-03, 2026-Q1, 2026 or 2026-03-01/2026-03-15: "
                            + text,
                    e);
        }
    }
}
