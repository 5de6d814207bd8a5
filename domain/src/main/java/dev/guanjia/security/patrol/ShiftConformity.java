package dev.guanjia.security.patrol;

import dev.guanjia.duty.ShiftCount;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether a shift was patrolled as planned, with the rows behind the verdict. More rounds never
 * make it worse. Source: requirements 05 S15.
 *
 * @param count how often each area was covered, against the minimum
 * @param visits by area the visits that count, in order of time; every area of the plan
 * @param empty by area the windows without a visit; areas without such windows are left out
 */
public record ShiftConformity(
        ShiftCount count,
        SortedMap<String, List<Visit>> visits,
        SortedMap<String, List<PatrolPlan.Window>> empty) {

    /** Copies; the count is the number of the visits. */
    public ShiftConformity {
        visits = Collections.unmodifiableSortedMap(new TreeMap<>(visits));
        empty = Collections.unmodifiableSortedMap(new TreeMap<>(empty));
        SortedMap<String, Integer> sizes = new TreeMap<>();
        visits.forEach((area, rows) -> sizes.put(area, rows.size()));
        if (!sizes.equals(count.counts())) {
            throw new IllegalArgumentException("counts " + count.counts() + ", rows " + sizes);
        }
    }

    /**
     * The verdict.
     *
     * @return true if every area was covered often enough and in every window
     */
    public boolean isConform() {
        return count.isMet() && empty.isEmpty();
    }

    /**
     * That a round covered an area.
     *
     * @param round the round
     * @param at when its last checkpoint there was reached
     */
    public record Visit(RoundId round, Instant at) implements Comparable<Visit> {

        private static final Comparator<Visit> ORDER =
                Comparator.comparing(Visit::at).thenComparing(Visit::round);

        static Optional<Visit> of(PatrolRound round, String area) {
            return round.covered(area).map(at -> new Visit(round.id(), at));
        }

        /** Orders by time, then by the letters of the round. */
        @Override
        public int compareTo(Visit other) {
            return ORDER.compare(this, other);
        }
    }
}
