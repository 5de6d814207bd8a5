package dev.guanjia.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The time that a clock counts, indexed: stretches in order, each with what was counted before it.
 * A question costs a binary search, however long the span; only {@link #steps} walks.
 *
 * <p>Durations are physical time. A local time that the clocks jump over is read as much later as
 * they jump; of one that comes twice, the first is meant. Built once per company and zone; every
 * calendar day costs some bytes.
 */
public final class WorkingTime {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    private final DateRange covered;
    private final ZoneId zone;
    private final Idle idle;
    private final Instant first;
    private final Instant last;
    private final long[] opens;
    private final long[] closes;
    private final long[] before;
    private final long total;

    /** Why a day's time counts or not. */
    private interface Idle {
        DueTime.Reason reason(LocalDate day, boolean counts);
    }

    private WorkingTime(DateRange known, ZoneId zone, Idle idle, List<long[]> stretches) {
        this.covered = known;
        this.zone = zone;
        this.idle = idle;
        this.first = known.start().atStartOfDay(zone).toInstant();
        this.last = known.end().atStartOfDay(zone).toInstant();
        List<long[]> union =
                Stretches.union(stretches, Stretches.nanos(first), Stretches.nanos(last));
        this.opens = union.stream().mapToLong(stretch -> stretch[0]).toArray();
        this.closes = union.stream().mapToLong(stretch -> stretch[1]).toArray();
        this.before = new long[opens.length];
        long sum = 0;
        for (int i = 0; i < opens.length; i++) {
            before[i] = sum;
            sum += closes[i] - opens[i];
        }
        this.total = sum;
    }

    /**
     * The hours of an office.
     *
     * @param office hours on working days
     * @return known for the days its calendar covers
     */
    public static WorkingTime of(BusinessHours office) {
        WorkCalendar calendar = office.calendar();
        return new WorkingTime(
                calendar.covered(), office.zone(), calendar::reason, Stretches.of(office));
    }

    /**
     * The hours of shifts on their weekdays, whatever the holidays.
     *
     * @param covered the days for which it is asked
     * @param zone where the company is
     * @param shifts the shifts, at least one; where they overlap, time counts once
     * @return known for the days covered; less the first if a shift goes past midnight, because the
     *     one before is not covered
     * @throws IllegalArgumentException without a shift, for no time would ever count
     */
    public static WorkingTime of(DateRange covered, ZoneId zone, Collection<Shift> shifts) {
        return new WorkingTime(
                known(covered, shifts),
                zone,
                (day, counts) -> reason(shifts, day, counts),
                Stretches.of(covered, zone, shifts, (day, shift) -> shift.beginsOn(day)));
    }

    /**
     * The hours of shifts on working days, make-up days included whatever their weekday.
     *
     * @param calendar which days are worked
     * @param zone where the company is
     * @param shifts the shifts, at least one; where they overlap, time counts once
     * @return known as for shifts without a calendar
     * @throws IllegalArgumentException without a shift, for no time would ever count
     */
    public static WorkingTime of(WorkCalendar calendar, ZoneId zone, Collection<Shift> shifts) {
        return new WorkingTime(
                known(calendar.covered(), shifts),
                zone,
                calendar::reason,
                Stretches.of(
                        calendar.covered(),
                        zone,
                        shifts,
                        (day, shift) ->
                                calendar.makeUpDays().contains(day)
                                        || (shift.beginsOn(day) && calendar.isWorkingDay(day))));
    }

    /**
     * All time, day and night.
     *
     * @param zone where the company is
     * @return known from 1900 to 2099
     */
    public static WorkingTime always(ZoneId zone) {
        DateRange ever = new DateRange(EARLIEST, LATEST);
        return new WorkingTime(
                ever,
                zone,
                (day, counts) -> DueTime.Reason.COUNTED,
                List.of(new long[] {Long.MIN_VALUE, Long.MAX_VALUE}));
    }

    /**
     * A clock of which nobody knows what it counts.
     *
     * @param zone where the company is
     * @return known for no day
     */
    public static WorkingTime unknown(ZoneId zone) {
        return new WorkingTime(
                new DateRange(EARLIEST, EARLIEST),
                zone,
                (day, counts) -> DueTime.Reason.OFFICE_CLOSED,
                List.of());
    }

    /**
     * Until when it is known what counts.
     *
     * @return the end of the days covered
     */
    public Instant knownUntil() {
        return last;
    }

    /**
     * Whether it is known what counts at an instant.
     *
     * @param at the instant
     * @return true from the beginning of the days covered to their end, both included
     */
    public boolean knows(Instant at) {
        return !covered.isEmpty() && isKnown(at);
    }

    /**
     * Where the clock hangs.
     *
     * @return the zone
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * The days for which it is known what counts.
     *
     * @return the days, in the zone
     */
    public DateRange covered() {
        return covered;
    }

    /**
     * Whether any time counts at all.
     *
     * @return false for a calendar without working days
     */
    public boolean counts() {
        return total > 0;
    }

    /**
     * When an allowance runs out: the last instant that is in time.
     *
     * @param from when the clock starts, at any time of day
     * @param target counted time, more than zero
     * @return empty if the days on the way are not all covered
     * @throws IllegalArgumentException if the target is not positive
     */
    public Optional<Instant> find(Instant from, Duration target) {
        if (target.isNegative() || target.isZero()) {
            throw new IllegalArgumentException("target must be more than zero: " + target);
        }
        if (!isKnown(from) || target.compareTo(Duration.ofNanos(total - reading(from))) > 0) {
            return Optional.empty();
        }
        long reading = reading(from) + target.toNanos();
        int found = Arrays.binarySearch(before, reading);
        int at = (found >= 0 ? found : -found - 1) - 1;
        return Optional.of(Stretches.instant(opens[at] + (reading - before[at])));
    }

    /**
     * How much time counts between two instants.
     *
     * @param from beginning, included
     * @param to end, excluded; not before {@code from}
     * @return zero or more; empty if the days between are not all covered
     * @throws IllegalArgumentException if the span runs backwards
     */
    public Optional<Duration> between(Instant from, Instant to) {
        requireForward(from, to);
        return isKnown(from) && isKnown(to)
                ? Optional.of(Duration.ofNanos(reading(to) - reading(from)))
                : Optional.empty();
    }

    /**
     * What counts between two instants and what does not, and why.
     *
     * @param from beginning, included
     * @param to end, excluded; not before {@code from}
     * @return stretches without a gap, two neighbours never for the same reason
     * @throws IllegalArgumentException if the span runs backwards or is not covered
     */
    public List<DueTime.Step> steps(Instant from, Instant to) {
        requireForward(from, to);
        if (!isKnown(from) || !isKnown(to)) {
            throw new IllegalArgumentException(covered + " does not hold " + from + " to " + to);
        }
        List<DueTime.Step> steps = new ArrayList<>();
        for (Instant at = from; at.isBefore(to); ) {
            LocalDate day = BusinessHours.day(at, zone);
            long now = Stretches.nanos(at);
            int current = index(now);
            boolean counts = current >= 0 && now < closes[current];
            long change = counts ? closes[current] : next(current);
            long midnight = Stretches.nanos(day.plusDays(1).atStartOfDay(zone).toInstant());
            Instant end =
                    Stretches.instant(Math.min(Stretches.nanos(to), Math.min(midnight, change)));
            DueTime.Step.append(steps, new DueTime.Step(at, end, idle.reason(day, counts)));
            at = end;
        }
        return steps;
    }

    private long next(int current) {
        return current + 1 < opens.length ? opens[current + 1] : Long.MAX_VALUE;
    }

    private boolean isKnown(Instant at) {
        return !at.isBefore(first) && !at.isAfter(last);
    }

    private long reading(Instant at) {
        long now = Stretches.nanos(at);
        int i = index(now);
        return i < 0 ? 0 : before[i] + Math.min(now, closes[i]) - opens[i];
    }

    /** The last stretch that has begun, or -1. */
    private int index(long now) {
        int found = Arrays.binarySearch(opens, now);
        return found >= 0 ? found : -found - 2;
    }

    private static void requireForward(Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("span runs backwards: " + from + " to " + to);
        }
    }

    private static DueTime.Reason reason(Collection<Shift> shifts, LocalDate day, boolean counts) {
        if (counts) {
            return DueTime.Reason.COUNTED;
        }
        return shifts.stream().anyMatch(shift -> shift.beginsOn(day))
                ? DueTime.Reason.OFFICE_CLOSED
                : DueTime.Reason.DAY_OFF;
    }

    private static DateRange known(DateRange covered, Collection<Shift> shifts) {
        if (shifts.isEmpty()) {
            throw new IllegalArgumentException("no shift ever counts in " + covered);
        }
        LocalDate start = covered.start();
        boolean overnight = shifts.stream().anyMatch(shift -> shift.lastDay(start).isAfter(start));
        return overnight && !covered.isEmpty()
                ? new DateRange(start.plusDays(1), covered.end())
                : covered;
    }
}
