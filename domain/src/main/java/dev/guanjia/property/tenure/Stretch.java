package dev.guanjia.property.tenure;

import dev.guanjia.calendar.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Days in a row on which the same was true.
 *
 * @param <T> what was true
 * @param days one or more
 * @param value what was true on each of them
 */
public record Stretch<T>(DateRange days, T value) {

    /** A stretch has a day. */
    public Stretch {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("stretch without a day: " + days);
        }
    }

    /**
     * Cuts a run of days where something starts; neighbours that say the same become one stretch.
     *
     * @param <T> what is asked
     * @param days any days
     * @param starts the days on which the answer may change, in any order, inside or outside
     * @param on what is true on a day, the same on all days up to the next start; empty where that
     *     is unknown
     * @return in order, without overlap; days on which nothing is known are left out
     */
    public static <T> List<Stretch<T>> cut(
            DateRange days, Collection<LocalDate> starts, Function<LocalDate, Optional<T>> on) {
        NavigableSet<LocalDate> cuts = new TreeSet<>();
        for (LocalDate start : starts) {
            if (start.isAfter(days.start()) && start.isBefore(days.end())) {
                cuts.add(start);
            }
        }
        if (cuts.isEmpty() && !days.isEmpty()) {
            return on.apply(days.start())
                    .map(value -> List.of(new Stretch<>(days, value)))
                    .orElse(List.of());
        }
        cuts.add(days.start());
        cuts.add(days.end());
        List<Stretch<T>> stretches = new ArrayList<>();
        for (LocalDate from : cuts.subSet(days.start(), days.end())) {
            DateRange run = new DateRange(from, cuts.tailSet(from, false).first());
            on.apply(from).ifPresent(value -> join(stretches, new Stretch<>(run, value)));
        }
        return List.copyOf(stretches);
    }

    private static <T> void join(List<Stretch<T>> stretches, Stretch<T> next) {
        int last = stretches.size() - 1;
        if (last < 0 || !stretches.get(last).meets(next)) {
            stretches.add(next);
            return;
        }
        DateRange both = new DateRange(stretches.get(last).days().start(), next.days().end());
        stretches.set(last, new Stretch<>(both, next.value()));
    }

    private boolean meets(Stretch<T> next) {
        return value.equals(next.value) && days.end().equals(next.days.start());
    }
}
