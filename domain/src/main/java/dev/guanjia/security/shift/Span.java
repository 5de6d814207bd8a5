package dev.guanjia.security.shift;

import dev.guanjia.calendar.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A run of time, {@code [start, end)}.
 *
 * @param start included
 * @param end excluded, later than {@code start}
 */
public record Span(Instant start, Instant end) {

    /** Rejects what does not last. */
    public Span {
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
    public static Span of(Shift shift, LocalDate day, ZoneId zone) {
        return new Span(shift.start(day, zone), shift.end(day, zone));
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
    public boolean overlaps(Span other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /**
     * What lies before an instant.
     *
     * @param limit an instant, excluded
     * @return this span up to there; empty if it begins then or later
     */
    public Optional<Span> before(Instant limit) {
        return limit.isAfter(start)
                ? Optional.of(new Span(start, limit.isBefore(end) ? limit : end))
                : Optional.empty();
    }

    /**
     * What others leave open.
     *
     * @param covers any spans, overlapping or not, in any order
     * @return the parts of this span that none of them holds, in order, none touching another
     */
    public List<Span> gaps(List<Span> covers) {
        List<Span> gaps = new ArrayList<>();
        Instant reached = start;
        List<Span> sorted =
                covers.stream()
                        .filter(this::overlaps)
                        .sorted(Comparator.comparing(Span::start))
                        .toList();
        for (Span cover : sorted) {
            if (cover.start.isAfter(reached)) {
                gaps.add(new Span(reached, cover.start));
            }
            reached = cover.end.isAfter(reached) ? cover.end : reached;
        }
        if (reached.isBefore(end)) {
            gaps.add(new Span(reached, end));
        }
        return List.copyOf(gaps);
    }
}
