package dev.guanjia.workorder.dispatch;

import dev.guanjia.calendar.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A time in which a worker can be sent.
 *
 * @param start when it begins, included
 * @param end when it ends, excluded and after {@code start}
 * @param onCall true where the worker is not at work and comes for emergencies only. Source: 05 S05
 *     B 8, 03 P-REPAIR
 */
public record OnDuty(Instant start, Instant end, boolean onCall) {

    /** It lasts. */
    public OnDuty {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("time on duty ends at once: " + start);
        }
    }

    /**
     * The shift of a day.
     *
     * @param shift the shift, at work
     * @param day the day on which it begins
     * @param zone that of the community
     * @return its time
     */
    public static OnDuty of(Shift shift, LocalDate day, ZoneId zone) {
        return new OnDuty(shift.start(day, zone), shift.end(day, zone), false);
    }

    boolean contains(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }
}
