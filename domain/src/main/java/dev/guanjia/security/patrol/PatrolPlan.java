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
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 *     as a whole is enough; what lies after the end of a shift that has become shorter stays empty
 * @param asked the areas that its duty asks for because they are registered; none where the areas
 *     of the routes are all there is
 */
public record PatrolPlan(
        DutyId duty,
        PostKey post,
        Shift shift,
        int minimum,
        List<PatrolRoute> routes,
        List<Window> windows,
        SortedSet<String> asked) {

    private static final Comparator<PatrolRound> BY_END =
            Comparator.comparing(PatrolPlan::end).thenComparing(PatrolRound::id);

    /** The area around the site, which the duty names beside the areas in it. */
    public static final String SURROUNDINGS = "surroundings";

    /** Copies. */
    public PatrolPlan {
        routes = List.copyOf(routes);
        windows = List.copyOf(windows);
        asked = Collections.unmodifiableSortedSet(new TreeSet<>(asked));
        if (routes.isEmpty() || minimum < 1) {
            throw new IllegalArgumentException(
                    "plan needs a route and a round: " + shift.id() + " " + minimum);
        }
    }

    /**
     * A plan that asks for at least what the duty asks for. A duty without a minimum per area, such
     * as a daily check, asks for one round of what the routes lead through.
     *
     * @param row the duty
     * @return this plan, or refused with {@code BELOW_MINIMUM}, {@code WINDOW_OUTSIDE} for every
     *     window that leaves the shift, {@code SURROUNDINGS_MISSING}, {@code AREA_MISSING} for
     *     every area that is asked for and no route leads through
     * @throws IllegalArgumentException if it is another duty
     */
    public Decision<PatrolPlan> accordingTo(Duty row) {
        int required = row.timing().minimumPerArea().orElse(1);
        List<Refusal> reasons = new ArrayList<>();
        if (minimum < required) {
            reasons.add(
                    PatrolRefusal.BELOW_MINIMUM.because(
                            "shift", shift.id(),
                            "minimum", Integer.toString(minimum),
                            "required", Integer.toString(required)));
        }
        for (Window window : windows) {
            if (window.to().compareTo(shift.length()) > 0) {
                reasons.add(outside(window));
            }
        }
        reasons.addAll(leftOut(row));
        return reasons.isEmpty() ? Decision.accept(this) : Decision.refuse(reasons);
    }

    private Refusal outside(Window window) {
        return PatrolRefusal.WINDOW_OUTSIDE.because(
                "shift", shift.id(),
                "to", Long.toString(window.to().toMinutes()),
                "minutes", Long.toString(shift.length().toMinutes()));
    }

    private List<Refusal> leftOut(Duty row) {
        if (!row.id().equals(duty)) {
            throw new IllegalArgumentException("no plan for " + row.id() + ": " + duty);
        }
        SortedSet<String> walked = walked();
        List<Refusal> reasons = new ArrayList<>();
        if (row.timing().minimumPerArea().isPresent() && !walked.contains(SURROUNDINGS)) {
            reasons.add(
                    PatrolRefusal.SURROUNDINGS_MISSING.because(
                            "shift", shift.id(), "area", SURROUNDINGS));
        }
        asked.stream()
                .filter(area -> !walked.contains(area) && !area.equals(SURROUNDINGS))
                .map(area -> PatrolRefusal.AREA_MISSING.because("shift", shift.id(), "area", area))
                .forEach(reasons::add);
        return reasons;
    }

    /**
     * The plan once a route is no longer walked: the areas of the others remain.
     *
     * @param route the key of a route
     * @param row the duty
     * @return the plan that remains, empty if no route does; or refused with {@code
     *     SURROUNDINGS_MISSING}, {@code AREA_MISSING} if none of the routes that remain leads
     *     through what the duty asks for
     */
    public Decision<Optional<PatrolPlan>> without(String route, Duty row) {
        List<PatrolRoute> rest =
                routes.stream().filter(found -> !found.id().equals(route)).toList();
        if (rest.isEmpty()) {
            return Decision.accept(Optional.empty());
        }
        PatrolPlan plan = new PatrolPlan(duty, post, shift, minimum, rest, windows, asked);
        List<Refusal> reasons = plan.leftOut(row);
        return reasons.isEmpty() ? Decision.accept(Optional.of(plan)) : Decision.refuse(reasons);
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
     * The areas of the plan: those that are asked for, walked or not; those of its routes where
     * none is.
     *
     * @return by name
     */
    public SortedSet<String> areas() {
        return asked.isEmpty() ? walked() : asked;
    }

    private SortedSet<String> walked() {
        SortedSet<String> areas = new TreeSet<>();
        routes.forEach(route -> areas.addAll(route.areas()));
        return areas;
    }

    /**
     * Judges a shift. An area counts once for each finished round that reached all its checkpoints
     * on the route, at the instant of the last of them, the beginning of the shift included and its
     * end excluded. Rounds of one person that overlap in time count once, for nobody walks two.
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
            List<PatrolRound> inside =
                    rounds.stream()
                            .filter(round -> routes.contains(round.route()))
                            .filter(round -> isBetween(round.covered(area), begins, ends))
                            .toList();
            List<ShiftConformity.Visit> own = visits(apart(inside), area);
            List<ShiftConformity.Visit> all = visits(inside, area);
            visits.put(area, own);
            counts.put(area, own.size());
            empty.put(area, windows.stream().filter(w -> !w.holdsOne(begins, all)).toList());
        }
        empty.values().removeIf(List::isEmpty);
        OccurrenceKey key = new OccurrenceKey(duty, post, Cadence.SHIFT, day, shift.id());
        return new ShiftConformity(new ShiftCount(key, minimum, counts), visits, empty);
    }

    /**
     * As many rounds as one can have of which none overlaps another of the same person. Whoever
     * finishes first counts, so that a further round never takes one away.
     */
    private static List<PatrolRound> apart(List<PatrolRound> rounds) {
        List<PatrolRound> apart = new ArrayList<>();
        Map<StaffId, Instant> busy = new HashMap<>();
        for (PatrolRound round : rounds.stream().sorted(BY_END).toList()) {
            Instant until = busy.get(round.by());
            if (until == null || !round.startedAt().isBefore(until)) {
                apart.add(round);
                busy.put(round.by(), end(round));
            }
        }
        return apart;
    }

    /** A walk takes a while, even where nobody wrote down how long. */
    private static Instant end(PatrolRound round) {
        Instant end = round.finishedAt().orElseThrow();
        return end.isAfter(round.startedAt()) ? end : round.startedAt().plusNanos(1);
    }

    private static boolean isBetween(Optional<Instant> at, Instant begins, Instant ends) {
        return at.filter(reached -> !reached.isBefore(begins) && reached.isBefore(ends))
                .isPresent();
    }

    private static List<ShiftConformity.Visit> visits(List<PatrolRound> rounds, String area) {
        return rounds.stream()
                .flatMap(round -> ShiftConformity.Visit.of(round, area).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** What sort of rounds a plan asks for, and so what becomes of their findings. */
    public enum Sort {
        /** Patrols of guards; what fails is a patrol finding. */
        PATROL,
        /** Checks of facilities, safety or buildings; what fails is an inspection finding. */
        INSPECTION
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
