package dev.guanjia.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/**
 * A limit that a company sets where the source has only a word, such as "promptly" (06 A-66): whole
 * days, or hours and minutes.
 *
 * @param days days or months, counted from the day of the beginning; the last day is included
 * @param time hours and minutes after them; zero when whole days are meant
 */
public record Allowance(Period days, Duration time) {

    /** Rejects what is over before it began. */
    public Allowance {
        boolean none = days.isZero() && time.isZero();
        if (none || days.isNegative() || time.isNegative()) {
            throw new IllegalArgumentException("allowance must be more than zero: " + days + time);
        }
    }

    /**
     * Reads an ISO 8601 length.
     *
     * @param text {@code PT30M}, {@code P3D}, {@code P1M4D} or {@code P1DT2H}
     * @return the allowance
     * @throws IllegalArgumentException if it is not more than zero
     * @throws java.time.format.DateTimeParseException if it is no length
     */
    public static Allowance parse(String text) {
        int time = text.indexOf('T');
        String days = time < 0 ? text : text.substring(0, time);
        return new Allowance(
                days.equals("P") ? Period.ZERO : Period.parse(days),
                time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time)));
    }

    /**
     * When it runs out.
     *
     * @param from when it begins
     * @param zone where the days are
     * @return the first instant that is too late: the end of a day, or the exact time
     */
    public Instant end(Instant from, ZoneId zone) {
        if (time.isZero()) {
            LocalDate last = LocalDate.ofInstant(from, zone).plus(days);
            return last.plusDays(1).atStartOfDay(zone).toInstant();
        }
        return from.atZone(zone).plus(days).plus(time).toInstant();
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        if (time.isZero()) {
            return days.toString();
        }
        return (days.isZero() ? "P" : days.toString()) + time.toString().substring(1);
    }
}
