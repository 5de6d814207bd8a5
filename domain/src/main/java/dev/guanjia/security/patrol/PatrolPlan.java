package dev.guanjia.security.patrol;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.Shift;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.duty.Duty;
import dev.guanjia.duty.DutyId;
import dev.guanjia.duty.OccurrenceKey;
import dev.guanjia.duty.ShiftCount;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is patrolled in a shift. Source: requirements 03 P-PATROL, 02 D-003-OML-04.
 *
 * @param duty the duty it fulfils; its row says how often every area is to be covered at least
 * @param post the post that has the duty
 * @param shift the shift
 * @param minimum how often every area is to be covered, one or more
 * @param routes the ways, at least one; the areas they lead through are the areas of the plan
 * @param windows the times in which every area is to be covered at least once; none when the shift
 *     as a whole is enough
 */
public record PatrolPlan(
        DutyId duty,
        PostKey post,
        Shift shift,
        int minimum,
        List<PatrolRoute> routes,
        List<Window> windows) {

    /** The area around the site, which the duty names beside the areas in it. */
    public static final String SURROUNDINGS = "surroundings";

    /** Copies; windows lie in the shift. */
    public PatrolPlan {
        routes = List.copyOf(routes);
        windows = List.copyOf(windows);
        if (routes.isEmpty() || minimum < 1) {
            throw new IllegalArgumentException(
                    "plan needs a route and a round: " + shift.id() + " " + minimum);
        }
        for (Window window : windows) {
            if (window.to().compareTo(shift.length()) > 0) {
                throw new IllegalArgumentException("window leaves the shift: " + window);
            }
        }
    }

    /**
     * A plan that asks for at least what the duty asks for.
     *
     * @param row the duty, with a minimum per area
     * @return this plan, or refused with {@code BELOW_MINIMUM}, {@code SURROUNDINGS_MISSING}
     * @throws IllegalArgumentException if it is another duty, or one without a minimum per area
     */
    public Decision<PatrolPlan> accordingTo(Duty row) {
        int required =
                row.timing()
                        .minimumPerArea()
                        .filter(found -> row.id().equals(duty))
                        .orElseThrow(
                                () -> new IllegalArgumentException("no patrol duty: " + row.id()));
        List<Refusal> reasons = new ArrayList<>();
        if (minimum < required) {
            reasons.add(
                    PatrolRefusal.BELOW_MINIMUM.because(
                            "shift", shift.id(),
                            "minimum", Integer.toString(minimum),
                            "required", Integer.toString(required)));
        }
        if (!areas().contains(SURROUNDINGS)) {
            reasons.add(
                    PatrolRefusal.SURROUNDINGS_MISSING.because(
                            "shift", shift.id(), "area", SURROUNDINGS));
        }
        return reasons.isEmpty() ? Decision.accept(this) : Decision.refuse(reasons);
    }

    /**
     * The plan once a route is no longer walked: the areas of the others remain.
     *
     * @param route the key of a route
     * @return the plan that remains, empty if no route does; or refused with {@code
     *     SURROUNDINGS_MISSING} if none of the routes that remain leads through them
     */
    public Decision<Optional<PatrolPlan>> without(String route) {
        List<PatrolRoute> rest =
                routes.stream().filter(found -> !found.id().equals(route)).toList();
        if (rest.isEmpty()) {
            return Decision.accept(Optional.empty());
        }
        PatrolPlan plan = new PatrolPlan(duty, post, shift, minimum, rest, windows);
        return plan.areas().contains(SURROUNDINGS)
                ? Decision.accept(Optional.of(plan))
                : Decision.refuse(
                        List.of(
                                PatrolRefusal.SURROUNDINGS_MISSING.because(
                                        "shift", shift.id(), "area", SURROUNDINGS)));
    }

    /**
     * Begins a round of the plan.
     *
     * @param id names it
     * @param route the key of a route of the plan
     * @param by who walks it
     * @param at when
     * @return the round, or refused with {@code ROUTE_UNKNOWN}
     */
    public Decision<PatrolRound> start(RoundId id, String route, StaffId by, Instant at) {
        return routes.stream()
                .filter(found -> found.id().equals(route))
                .findFirst()
                .map(found -> Decision.accept(PatrolRound.start(id, found, by, at)))
                .orElseGet(
                        () ->
                                Decision.refuse(
                                        List.of(
                                                PatrolRefusal.ROUTE_UNKNOWN.because(
                                                        "route", route, "shift", shift.id()))));
    }

    /**
     * The areas of the plan.
     *
     * @return by name
     */
    public SortedSet<String> areas() {
        SortedSet<String> areas = new TreeSet<>();
        routes.forEach(route -> areas.addAll(route.areas()));
        return areas;
    }

    /**
     * Judges a shift. An area counts once for each finished round that reached all its checkpoints
     * on the route, at the instant of the last of them, the beginning of the shift included and its
     * end excluded.
     *
     * @param day the day on which the shift begins
     * @param zone where the company is
     * @param rounds any rounds; those of other routes or shifts do not count
     * @return the verdict and what it rests on
     */
    public ShiftConformity conformity(LocalDate day, ZoneId zone, Collection<PatrolRound> rounds) {
        Instant begins = shift.start(day, zone);
        Instant ends = shift.end(day, zone);
        SortedMap<String, List<ShiftConformity.Visit>> visits = new TreeMap<>();
        SortedMap<String, Integer> counts = new TreeMap<>();
        SortedMap<String, List<Window>> empty = new TreeMap<>();
        for (String area : areas()) {
            List<ShiftConformity.Visit> own =
                    rounds.stream()
                            .filter(round -> routes.contains(round.route()))
                            .flatMap(round -> ShiftConformity.Visit.of(round, area).stream())
                            .filter(visit -> !visit.at().isBefore(begins))
                            .filter(visit -> visit.at().isBefore(ends))
                            .distinct()
                            .sorted()
                            .toList();
            visits.put(area, own);
            counts.put(area, own.size());
            empty.put(area, windows.stream().filter(w -> !w.holdsOne(begins, own)).toList());
        }
        empty.values().removeIf(List::isEmpty);
        OccurrenceKey key = new OccurrenceKey(duty, post, Cadence.SHIFT, day, shift.id());
        return new ShiftConformity(new ShiftCount(key, minimum, counts), visits, empty);
    }

    /**
     * A part of a shift.
     *
     * @param from how long after the shift begins it opens, included; zero or more
     * @param to how long after the shift begins it closes, excluded; later than {@code from}
     */
    public record Window(Duration from, Duration to) {

        /** A window is open for a while. */
        public Window {
            if (from.isNegative() || to.compareTo(from) <= 0) {
                throw new IllegalArgumentException("window runs backwards: " + from + " to " + to);
            }
        }

        private boolean holdsOne(Instant begins, List<ShiftConformity.Visit> visits) {
            return visits.stream()
                    .map(visit -> Duration.between(begins, visit.at()))
                    .anyMatch(passed -> passed.compareTo(from) >= 0 && passed.compareTo(to) < 0);
        }
    }
}
