package dev.guanjia.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When the office is open: the same hours on every working day, in one time zone.
 *
 * <p>Durations are physical time, so a day on which the clocks change counts as long as it is. A
 * local time that the clocks jump over is read as much later as they jump; of one that comes twice,
 * the first is meant.
 *
 * @param calendar which days are worked
 * @param zone where the office is
 * @param opens first moment open, included
 * @param closes moment of closing, excluded; after {@code opens}
 */
public record BusinessHours(WorkCalendar calendar, ZoneId zone, LocalTime opens, LocalTime closes) {

    /** Rejects an office that closes before it opens. */
    public BusinessHours {
        if (!closes.isAfter(opens)) {
            throw new IllegalArgumentException("office closes at " + closes + ", opens " + opens);
        }
    }

    /**
     * When a target of working time runs out.
     *
     * @param from when the clock starts, at any time of day
     * @param target working time allowed, more than zero
     * @return the due time, and the stretches that led there
     * @throws IllegalArgumentException if the target is not positive, or the calendar ends before
     *     the target does
     */
    public DueTime after(Instant from, Duration target) {
        return find(from, target)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        calendar.covered() + " does not hold " + target));
    }

    /**
     * When a target of working time runs out, where the calendar may not reach that far.
     *
     * @param from when the clock starts, at any time of day
     * @param target working time allowed, more than zero
     * @return as {@link #after}; empty if a day on the way is not covered by the calendar
     * @throws IllegalArgumentException if the target is not positive
     */
    public Optional<DueTime> find(Instant from, Duration target) {
        if (target.isNegative() || target.isZero()) {
            throw new IllegalArgumentException("target must be more than zero: " + target);
        }
        List<DueTime.Step> steps = new ArrayList<>();
        Instant at = from;
        Duration left = target;
        for (LocalDate day = day(at, zone); calendar.covered().contains(day); day = day(at, zone)) {
            Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
            if (!calendar.isWorkingDay(day)) {
                at = step(steps, at, midnight, calendar.reason(day, false));
                continue;
            }
            at = step(steps, at, opening(day), DueTime.Reason.OFFICE_CLOSED);
            Instant close = closing(day);
            Instant due = at.plus(left);
            if (!due.isAfter(close)) {
                step(steps, at, due, calendar.reason(day, true));
                return Optional.of(new DueTime(due, steps));
            }
            if (at.isBefore(close)) {
                left = left.minus(Duration.between(at, close));
            }
            at = step(steps, at, close, calendar.reason(day, true));
            at = step(steps, at, midnight, DueTime.Reason.OFFICE_CLOSED);
        }
        return Optional.empty();
    }

    Instant opening(LocalDate day) {
        return day.atTime(opens).atZone(zone).toInstant();
    }

    Instant closing(LocalDate day) {
        return day.atTime(closes).atZone(zone).toInstant();
    }

    /** Where clocks go back over midnight, the hour that comes again is of the day begun. */
    static LocalDate day(Instant at, ZoneId zone) {
        LocalDate next = at.atZone(zone).toLocalDate().plusDays(1);
        return at.isBefore(next.atStartOfDay(zone).toInstant()) ? next.minusDays(1) : next;
    }

    private static Instant step(
            List<DueTime.Step> steps, Instant from, Instant to, DueTime.Reason reason) {
        if (!to.isAfter(from)) {
            return from;
        }
        DueTime.Step.append(steps, new DueTime.Step(from, to, reason));
        return to;
    }
}
