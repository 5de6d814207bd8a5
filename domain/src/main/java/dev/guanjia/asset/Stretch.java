package dev.guanjia.asset;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of time, {@code [from, to)}.
 *
 * @param from its beginning, included
 * @param to its end, excluded and after {@code from}
 */
public record Stretch(Instant from, Instant to) {

    /** Rejects stretches that do not move forward. */
    public Stretch {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("stretch must move forward: " + from + " to " + to);
        }
    }

    /**
     * The part that lies inside another.
     *
     * @param other the other
     * @return what both hold, or empty when they only touch or lie apart
     */
    public Optional<Stretch> within(Stretch other) {
        Instant start = from.isBefore(other.from) ? other.from : from;
        Instant end = to.isBefore(other.to) ? to : other.to;
        return start.isBefore(end) ? Optional.of(new Stretch(start, end)) : Optional.empty();
    }

    /**
     * Merges what overlaps or touches, so that nothing is counted twice.
     *
     * @param stretches in any order
     * @return disjoint and in order
     */
    public static List<Stretch> union(Collection<Stretch> stretches) {
        List<Stretch> merged = new ArrayList<>();
        for (Stretch next :
                stretches.stream().sorted(Comparator.comparing(Stretch::from)).toList()) {
            int last = merged.size() - 1;
            if (last < 0 || next.from.isAfter(merged.get(last).to)) {
                merged.add(next);
            } else if (next.to.isAfter(merged.get(last).to)) {
                merged.set(last, new Stretch(merged.get(last).from, next.to));
            }
        }
        return List.copyOf(merged);
    }

    /**
     * What lies in both of two unions.
     *
     * @param some disjoint stretches
     * @param others disjoint stretches
     * @return disjoint and in the order of {@code some}
     */
    public static List<Stretch> common(List<Stretch> some, List<Stretch> others) {
        return some.stream()
                .flatMap(one -> others.stream().flatMap(other -> other.within(one).stream()))
                .toList();
    }

    /**
     * Adds up.
     *
     * @param stretches any stretches
     * @return the sum of their lengths; the length of their union only if they are disjoint
     */
    public static Duration total(Collection<Stretch> stretches) {
        return stretches.stream()
                .map(each -> Duration.between(each.from, each.to))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
