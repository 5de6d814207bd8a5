package dev.guanjia.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * When the office is open: the same hours on every working day, in one time zone.
 *
 * <p>Durations are physical time, so a day on which the clocks change counts as long as it is.
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
        if (target.isNegative() || target.isZero()) {
            throw new IllegalArgumentException("target must be more than zero: " + target);
        }
        List<DueTime.Step> steps = new ArrayList<>();
        Instant at = from;
        Duration left = target;
        while (true) {
            LocalDate day = at.atZone(zone).toLocalDate();
            Instant midnight = instant(day.plusDays(1), LocalTime.MIDNIGHT);
            if (!calendar.isWorkingDay(day)) {
                at = step(steps, at, midnight, DueTime.Reason.DAY_OFF);
                continue;
            }
            at = step(steps, at, instant(day, opens), DueTime.Reason.OFFICE_CLOSED);
            Instant close = instant(day, closes);
            Instant due = at.plus(left);
            if (!due.isAfter(close)) {
                step(steps, at, due, DueTime.Reason.COUNTED);
                return new DueTime(due, steps);
            }
            if (at.isBefore(close)) {
                left = left.minus(Duration.between(at, close));
            }
            at = step(steps, at, close, DueTime.Reason.COUNTED);
            at = step(steps, at, midnight, DueTime.Reason.OFFICE_CLOSED);
        }
    }

    private Instant instant(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    /** Adds the stretch when there is one; two closed stretches that touch become one. */
    private static Instant step(
            List<DueTime.Step> steps, Instant from, Instant to, DueTime.Reason reason) {
        if (!to.isAfter(from)) {
            return from;
        }
        int last = steps.size() - 1;
        if (last >= 0 && steps.get(last).reason() == reason) {
            steps.set(last, new DueTime.Step(steps.get(last).from(), to, reason));
        } else {
            steps.add(new DueTime.Step(from, to, reason));
        }
        return to;
    }
}
