package dev.guanjia.security.patrol;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.StaffId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One walk along a route: begun, checked point by point, finished, filed. Source: requirements 03
 * P-PATROL.
 *
 * @param id names it
 * @param route the way
 * @param by who walks it
 * @param startedAt when it began
 * @param results what was found, in order of time; each checkpoint of the route at most once
 * @param finishedAt when it ended; empty while it goes on
 * @param filedAt when its record was filed (R-PATROL); empty before
 */
public record PatrolRound(
        RoundId id,
        PatrolRoute route,
        StaffId by,
        Instant startedAt,
        List<CheckResult> results,
        Optional<Instant> finishedAt,
        Optional<Instant> filedAt) {

    /** Copies; a round that could not have been walked cannot exist. */
    public PatrolRound {
        results = List.copyOf(results);
        Instant last = startedAt;
        List<Instant> times = new ArrayList<>(results.stream().map(CheckResult::at).toList());
        Stream.of(finishedAt, filedAt).flatMap(Optional::stream).forEach(times::add);
        for (Instant at : times) {
            if (at.isBefore(last)) {
                throw new IllegalArgumentException(id + " runs backwards at " + at);
            }
            last = at;
        }
        if (filedAt.isPresent() && finishedAt.isEmpty()) {
            throw new IllegalArgumentException(id + " was filed unfinished: " + filedAt.get());
        }
        List<CheckResult> earlier = new ArrayList<>();
        for (CheckResult result : results) {
            List<Refusal> faults = faults(id, route, earlier, result);
            if (!faults.isEmpty()) {
                throw new IllegalArgumentException(id + " cannot hold " + faults);
            }
            earlier.add(result);
        }
    }

    /**
     * Begins a round.
     *
     * @param id names it
     * @param route the way
     * @param by who walks it
     * @param at when
     * @return the round, without results
     */
    public static PatrolRound start(RoundId id, PatrolRoute route, StaffId by, Instant at) {
        return new PatrolRound(id, route, by, at, List.of(), Optional.empty(), Optional.empty());
    }

    /**
     * Records what was found at a checkpoint.
     *
     * @param result the finding of every item there
     * @return the round afterwards, or refused with every reason that applies of {@code
     *     WRONG_STATE}, {@code TIME_RUNS_BACKWARDS}, {@code CHECKPOINT_UNKNOWN}, {@code
     *     CHECKPOINT_TWICE}, {@code ITEM_UNKNOWN}, {@code ITEM_MISSING}, {@code WRONG_READING}
     */
    public Decision<PatrolRound> record(CheckResult result) {
        List<Refusal> reasons = faults(RoundAction.RECORD, result.at());
        reasons.addAll(faults(id, route, results, result));
        List<CheckResult> all = new ArrayList<>(results);
        all.add(result);
        return reasons.isEmpty()
                ? Decision.accept(
                        new PatrolRound(id, route, by, startedAt, all, finishedAt, filedAt))
                : Decision.refuse(reasons);
    }

    /**
     * A round that its walker can begin: one person walks one round at a time.
     *
     * @param others rounds of any persons
     * @return this round, or refused with {@code WALKER_BUSY} for every other round of the walker
     *     that is under way, or was at that time
     */
    public Decision<PatrolRound> besides(Collection<PatrolRound> others) {
        List<Refusal> reasons =
                others.stream()
                        .filter(other -> other.by.equals(by) && !other.id.equals(id))
                        .filter(other -> other.isUnderWay(startedAt))
                        .map(
                                other ->
                                        PatrolRefusal.WALKER_BUSY.because(
                                                "staff", by.value(), "round", other.id.value()))
                        .toList();
        return reasons.isEmpty() ? Decision.accept(this) : Decision.refuse(reasons);
    }

    private boolean isUnderWay(Instant at) {
        return finishedAt.map(end -> !at.isBefore(startedAt) && at.isBefore(end)).orElse(true);
    }

    /**
     * Ends the walk; what was not reached by now is missed.
     *
     * @param at when
     * @return the round afterwards, or refused with {@code WRONG_STATE}, {@code
     *     TIME_RUNS_BACKWARDS}
     */
    public Decision<PatrolRound> finish(Instant at) {
        List<Refusal> reasons = faults(RoundAction.FINISH, at);
        return reasons.isEmpty()
                ? Decision.accept(
                        new PatrolRound(
                                id, route, by, startedAt, results, Optional.of(at), filedAt))
                : Decision.refuse(reasons);
    }

    /**
     * Files the record of the walk.
     *
     * @param at when
     * @return the round afterwards, or refused with {@code WRONG_STATE}, {@code
     *     TIME_RUNS_BACKWARDS}
     */
    public Decision<PatrolRound> file(Instant at) {
        List<Refusal> reasons = faults(RoundAction.FILE, at);
        return reasons.isEmpty()
                ? Decision.accept(
                        new PatrolRound(
                                id, route, by, startedAt, results, finishedAt, Optional.of(at)))
                : Decision.refuse(reasons);
    }

    /**
     * Where the round stands.
     *
     * @return the state
     */
    public State state() {
        return filedAt.isPresent()
                ? State.FILED
                : finishedAt.isPresent() ? State.FINISHED : State.STARTED;
    }

    /**
     * The checkpoints that were not reached: of a finished round all without a result, before that
     * those whose time has passed.
     *
     * @param asOf the instant of the question; does not matter once the round is finished
     * @return in the order of the route
     */
    public List<Checkpoint> missed(Instant asOf) {
        return route.checkpoints().stream()
                .filter(point -> reached(point).isEmpty())
                .filter(point -> finishedAt.isPresent() || asOf.isAfter(due(point)))
                .toList();
    }

    /**
     * The checkpoints that were reached after their time.
     *
     * @return in the order of the route
     */
    public List<Checkpoint> late() {
        return route.checkpoints().stream()
                .filter(point -> reached(point).stream().anyMatch(at -> at.isAfter(due(point))))
                .toList();
    }

    /**
     * The checks that failed.
     *
     * @return in order of time, then of the items of the checkpoint
     */
    public List<Finding> findings() {
        return results.stream().flatMap(this::findings).toList();
    }

    /**
     * When an area was covered: when the last of its checkpoints on the route was reached.
     *
     * @param area an area
     * @return the instant; empty unless the round is finished and reached all of them
     */
    public Optional<Instant> covered(String area) {
        List<Checkpoint> points =
                route.checkpoints().stream().filter(point -> point.area().equals(area)).toList();
        List<Instant> reached = points.stream().flatMap(point -> reached(point).stream()).toList();
        return finishedAt.isPresent() && reached.size() == points.size()
                ? reached.stream().max(Comparator.naturalOrder())
                : Optional.empty();
    }

    private Stream<Finding> findings(CheckResult result) {
        Checkpoint point = route.checkpoint(result.checkpoint()).orElseThrow();
        return point.items().stream()
                .filter(
                        item ->
                                result.readings().stream()
                                        .filter(reading -> reading.item().equals(item.id()))
                                        .anyMatch(reading -> !item.isPassedBy(reading)))
                .map(item -> Finding.of(id, point, item, result));
    }

    private Optional<Instant> reached(Checkpoint point) {
        return results.stream()
                .filter(result -> result.checkpoint().equals(point.id()))
                .map(CheckResult::at)
                .findFirst();
    }

    private Instant due(Checkpoint point) {
        return startedAt.plus(point.within());
    }

    private List<Refusal> faults(RoundAction action, Instant at) {
        List<Refusal> faults = new ArrayList<>();
        if (RoundAction.TABLE.next(state(), action).isEmpty()) {
            faults.add(
                    PatrolRefusal.WRONG_STATE.because(
                            "round", id.value(),
                            "state", state().name(),
                            "action", action.name(),
                            "legal", RoundAction.TABLE.legal(state())));
        }
        Instant last =
                filedAt.or(() -> finishedAt)
                        .orElse(
                                results.isEmpty()
                                        ? startedAt
                                        : results.get(results.size() - 1).at());
        if (at.isBefore(last)) {
            faults.add(
                    PatrolRefusal.TIME_RUNS_BACKWARDS.because(
                            "round", id.value(), "at", at.toString(), "last", last.toString()));
        }
        return faults;
    }

    private static List<Refusal> faults(
            RoundId id, PatrolRoute route, List<CheckResult> earlier, CheckResult result) {
        Optional<Checkpoint> point = route.checkpoint(result.checkpoint());
        if (point.isEmpty()) {
            return List.of(
                    PatrolRefusal.CHECKPOINT_UNKNOWN.because(
                            "round", id.value(), "checkpoint", result.checkpoint()));
        }
        List<Refusal> faults = new ArrayList<>();
        if (earlier.stream().anyMatch(other -> other.checkpoint().equals(result.checkpoint()))) {
            faults.add(
                    PatrolRefusal.CHECKPOINT_TWICE.because(
                            "round", id.value(), "checkpoint", result.checkpoint()));
        }
        faults.addAll(point.get().faults(result.readings()));
        return faults;
    }

    /** Where a round stands; it moves by the rows of {@code transitions.csv}, only forward. */
    public enum State {
        /** Under way. */
        STARTED,
        /** Walked; its findings are known. */
        FINISHED,
        /** Its record is in the archive. */
        FILED
    }
}
