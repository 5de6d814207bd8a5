package dev.guanjia.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A run of time, {@code [start, end)}.
 *
 * @param start included
 * @param end excluded, later than {@code start}
 */
public record TimeSpan(Instant start, Instant end) {

    /** Rejects what does not last. */
    public TimeSpan {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("span runs backwards: " + start + " to " + end);
        }
    }

    /**
     * The time of a shift.
     *
     * @param shift the shift
     * @param day the day on which it begins
     * @param zone where the company is
     * @return from its beginning to its end
     */
    public static TimeSpan of(Shift shift, LocalDate day, ZoneId zone) {
        return new TimeSpan(shift.start(day, zone), shift.end(day, zone));
    }

    /**
     * Whether an instant lies in it.
     *
     * @param at an instant
     * @return true from {@code start}, included, to {@code end}, excluded
     */
    public boolean contains(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }

    /**
     * Whether two spans have an instant in common.
     *
     * @param other another span
     * @return false where one ends when the other begins
     */
    public boolean overlaps(TimeSpan other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /**
     * What lies before an instant.
     *
     * @param limit an instant, excluded
     * @return this span up to there; empty if it begins then or later
     */
    public Optional<TimeSpan> before(Instant limit) {
        return limit.isAfter(start)
                ? Optional.of(new TimeSpan(start, limit.isBefore(end) ? limit : end))
                : Optional.empty();
    }

    /**
     * What others leave open.
     *
     * @param covers any spans, overlapping or not, in any order
     * @return the parts of this span that none of them holds, in order, none touching another
     */
    public List<TimeSpan> gaps(List<TimeSpan> covers) {
        List<TimeSpan> gaps = new ArrayList<>();
        Instant reached = start;
        List<TimeSpan> sorted =
                covers.stream()
                        .filter(this::overlaps)
                        .sorted(Comparator.comparing(TimeSpan::start))
                        .toList();
        for (TimeSpan cover : sorted) {
            if (cover.start.isAfter(reached)) {
                gaps.add(new TimeSpan(reached, cover.start));
            }
            reached = cover.end.isAfter(reached) ? cover.end : reached;
        }
        if (reached.isBefore(end)) {
            gaps.add(new TimeSpan(reached, end));
        }
        return List.copyOf(gaps);
    }

    /**
     * The part that lies inside another.
     *
     * @param other another span
     * @return what both hold, or empty when they only touch or lie apart
     */
    public Optional<TimeSpan> within(TimeSpan other) {
        Instant from = start.isBefore(other.start) ? other.start : start;
        return before(other.end)
                .filter(known -> from.isBefore(known.end))
                .map(known -> new TimeSpan(from, known.end));
    }

    /**
     * Merges what overlaps or touches, so that nothing is counted twice.
     *
     * @param spans in any order
     * @return disjoint and in order
     */
    public static List<TimeSpan> union(Collection<TimeSpan> spans) {
        List<TimeSpan> merged = new ArrayList<>();
        for (TimeSpan next :
                spans.stream().sorted(Comparator.comparing(TimeSpan::start)).toList()) {
            int last = merged.size() - 1;
            if (last < 0 || next.start.isAfter(merged.get(last).end)) {
                merged.add(next);
            } else if (next.end.isAfter(merged.get(last).end)) {
                merged.set(last, new TimeSpan(merged.get(last).start, next.end));
            }
        }
        return List.copyOf(merged);
    }

    /**
     * What lies in both of two unions.
     *
     * @param some disjoint spans
     * @param others disjoint spans
     * @return disjoint and in the order of {@code some}
     */
    public static List<TimeSpan> common(List<TimeSpan> some, List<TimeSpan> others) {
        return some.stream()
                .flatMap(one -> others.stream().flatMap(other -> other.within(one).stream()))
                .toList();
    }

    /**
     * Adds up.
     *
     * @param spans any spans
     * @return the sum of their lengths; the length of their union only if they are disjoint
     */
    public static Duration total(Collection<TimeSpan> spans) {
        return spans.stream()
                .map(each -> Duration.between(each.start, each.end))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
