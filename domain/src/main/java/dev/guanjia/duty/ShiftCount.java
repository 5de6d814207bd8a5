package dev.guanjia.duty;

import dev.guanjia.calendar.Shift;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How often each area was covered in a shift, against what the duty asks for: two patrols of every
 * area per shift. Source: requirements 02 D-003-OML-04, 06 A-65.
 *
 * @param key the occurrence
 * @param required how often every area is to be covered, one or more
 * @param counts how often each area was, by area; at least one area
 */
public record ShiftCount(OccurrenceKey key, int required, Map<String, Integer> counts) {

    /** Copies; without areas nothing could be met or short. */
    public ShiftCount {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
        if (counts.isEmpty() || required < 1) {
            throw new IllegalArgumentException(key + " counts " + required + " in " + counts);
        }
    }

    /**
     * Counts the rounds of a shift.
     *
     * @param occurrence an occurrence of a duty with a minimum per area, in this shift
     * @param shift the shift
     * @param areas every area that is to be covered, at least one
     * @param rounds what was covered when; only what lies in the shift counts, its beginning
     *     included and its end excluded
     * @return the counts
     * @throws IllegalArgumentException if the duty asks for no minimum, the occurrence is of
     *     another shift, or a round names an unknown area
     */
    public static ShiftCount of(
            DutyOccurrence occurrence, Shift shift, Set<String> areas, Collection<Round> rounds) {
        OccurrenceKey key = occurrence.key();
        if (!key.part().equals(shift.id())) {
            throw new IllegalArgumentException(key + " is not of the shift " + shift.id());
        }
        int required =
                occurrence
                        .duty()
                        .timing()
                        .minimumPerArea()
                        .orElseThrow(() -> new IllegalArgumentException(key + " has no minimum"));
        Instant start = shift.start(key.start(), occurrence.due().zone());
        Instant end = shift.end(key.start(), occurrence.due().zone());
        Map<String, Integer> counts = new TreeMap<>();
        areas.forEach(area -> counts.put(area, 0));
        for (Round round : rounds) {
            if (!areas.contains(round.area())) {
                throw new IllegalArgumentException("unknown area: " + round.area());
            }
            boolean inside = !round.at().isBefore(start) && round.at().isBefore(end);
            counts.merge(round.area(), inside ? 1 : 0, Integer::sum);
        }
        return new ShiftCount(key, required, counts);
    }

    /**
     * Whether every area was covered often enough.
     *
     * @return true if none is short
     */
    public boolean isMet() {
        return missing().isEmpty();
    }

    /**
     * What is missing.
     *
     * @return by area how many rounds are missing; areas that were covered often enough are left
     *     out
     */
    public Map<String, Integer> missing() {
        Map<String, Integer> missing = new TreeMap<>();
        counts.forEach(
                (area, count) -> {
                    if (count < required) {
                        missing.put(area, required - count);
                    }
                });
        return Collections.unmodifiableMap(missing);
    }

    /**
     * That an area was covered.
     *
     * @param area which
     * @param at when
     */
    public record Round(String area, Instant at) {}
}
