package dev.guanjia.security.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * A goal of zero incidents in a time: fires, vicious cases, vehicles lost. Source: requirements 05
 * S16, 004Q.
 *
 * @param goal its key, as the kinds have it
 * @param confirmed what counts
 * @param falseAlarms what does not
 * @param unverified what is not known yet and may still count
 */
public record ZeroGoal(
        String goal,
        List<IncidentId> confirmed,
        List<IncidentId> falseAlarms,
        List<IncidentId> unverified) {

    /** Copies. */
    public ZeroGoal {
        confirmed = List.copyOf(confirmed);
        falseAlarms = List.copyOf(falseAlarms);
        unverified = List.copyOf(unverified);
    }

    /**
     * Counts the incidents of a time by when they were reported.
     *
     * @param goal the key of the goal
     * @param incidents any incidents, each once; those of other goals do not count
     * @param from included
     * @param to excluded
     * @return the count
     */
    public static ZeroGoal of(
            String goal, Collection<Incident> incidents, Instant from, Instant to) {
        List<Incident> own =
                incidents.stream()
                        .filter(one -> one.plan().kind().goal().filter(goal::equals).isPresent())
                        .filter(one -> !one.alarm().at().isBefore(from))
                        .filter(one -> one.alarm().at().isBefore(to))
                        .toList();
        return new ZeroGoal(
                goal,
                ids(own, one -> one.confirmedAt().isPresent()),
                ids(own, one -> one.state() == Incident.State.FALSE),
                ids(own, one -> one.state() == Incident.State.REPORTED));
    }

    /**
     * Whether the goal is met so far.
     *
     * @return true if nothing was confirmed
     */
    public boolean isMet() {
        return confirmed.isEmpty();
    }

    private static List<IncidentId> ids(List<Incident> incidents, Predicate<Incident> which) {
        return incidents.stream().filter(which).map(Incident::id).sorted().toList();
    }
}
