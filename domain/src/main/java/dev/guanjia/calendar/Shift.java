package dev.guanjia.calendar;

import dev.guanjia.catalogue.Label;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A shift of a company: when it begins and how long it lasts. The sources give neither (06 A-65).
 *
 * @param id its key inside the company, e.g. {@code night}
 * @param label what it is called
 * @param begins the time of day
 * @param length more than zero, at most 24 hours
 * @param days the weekdays on which it begins, at least one
 */
public record Shift(
        String id, Label label, LocalTime begins, Duration length, Set<DayOfWeek> days) {

    private static final Duration DAY = Duration.ofHours(24);

    /** Copies the days; a shift has an end and comes round. */
    public Shift {
        if (!id.matches("[a-z][a-z0-9-]{0,19}")) {
            throw new IllegalArgumentException("shift key must look like night: " + id);
        }
        if (length.isNegative() || length.isZero() || length.compareTo(DAY) > 0) {
            throw new IllegalArgumentException("shift lasts up to 24 hours: " + length);
        }
        if (days.isEmpty()) {
            throw new IllegalArgumentException("shift begins on no day: " + id);
        }
        days = Collections.unmodifiableSet(EnumSet.copyOf(days));
    }

    /**
     * Reads weekdays as rows write them.
     *
     * @param text {@code 1} for Monday to {@code 7}, separated by semicolons
     * @return the days
     * @throws IllegalArgumentException if a part is no number
     * @throws java.time.DateTimeException if a number is no weekday
     */
    public static Set<DayOfWeek> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String day : text.split(";", -1)) {
            days.add(DayOfWeek.of(Integer.parseInt(day.trim())));
        }
        return days;
    }

    /**
     * Whether a shift begins on a day.
     *
     * @param day the day
     * @return true on its weekdays
     */
    public boolean beginsOn(LocalDate day) {
        return days.contains(day.getDayOfWeek());
    }

    /**
     * When the shift of a day begins.
     *
     * @param day the day
     * @param zone where the company is
     * @return the instant, included
     */
    public Instant start(LocalDate day, ZoneId zone) {
        return day.atTime(begins).atZone(zone).toInstant();
    }

    /**
     * When the shift of a day ends, possibly on the next day.
     *
     * @param day the day on which it begins
     * @param zone where the company is
     * @return the instant, excluded
     */
    public Instant end(LocalDate day, ZoneId zone) {
        return start(day, zone).plus(length);
    }

    /**
     * The last day on which the shift of a day is at work.
     *
     * @param day the day on which it begins
     * @return the day itself, or the next for a shift past midnight
     */
    public LocalDate lastDay(LocalDate day) {
        return day.atTime(begins).plus(length).minusNanos(1).toLocalDate();
    }

    /** {@code night 22:00 PT8H MONDAY TUESDAY}. */
    @Override
    public String toString() {
        String names = days.stream().map(DayOfWeek::name).collect(Collectors.joining(" "));
        return id + " " + begins + " " + length + " " + names;
    }
}
