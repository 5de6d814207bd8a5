package dev.guanjia.workorder;

import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.workorder.level.Countdown;
import dev.guanjia.workorder.level.Pause;
import dev.guanjia.workorder.level.ServiceGoal;
import dev.guanjia.workorder.level.ServiceLevel;
import dev.guanjia.workorder.lifecycle.ActionEffect;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.Severity;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened to an order, kept for good: who, as which post, when and why. The order
 * is where it led.
 *
 * @param received the order as it was received
 * @param events what happened, in order
 */
public record History(WorkOrder received, List<WorkOrderEvent> events) {

    /** Each event begins where the one before it ended. */
    public History {
        events = List.copyOf(events);
        replay(received, events);
    }

    /**
     * A verdict on whether the matter is valid. Source: 06 A-61.
     *
     * @param valid the verdict
     * @param act who gave it, as which post, when and why; the reason is never missing of an
     *     invalid one
     */
    public record Ruling(boolean valid, Act act) {}

    /**
     * The order as it stands.
     *
     * @return the order received, with every event applied
     */
    public WorkOrder order() {
        return replay(received, events);
    }

    /**
     * How often the order changed, as an optimistic lock counts.
     *
     * @return one when it was received, one more with every event
     */
    public int version() {
        return events.size() + 1;
    }

    /**
     * Decides on a step of somebody who saw a version of the order: of two who saw the same, the
     * first wins. Whoever had a hand in it by this history counts, named or not.
     *
     * @param seen the version they saw
     * @param command what they want
     * @param lifecycle of the kind
     * @param known what else bears on the step
     * @return the history with the event; or refused with {@code VERSION_STALE} alone, or as the
     *     order decides
     */
    public Decision<History> decide(
            int seen, WorkOrderCommand command, Lifecycle lifecycle, Circumstances known) {
        if (seen != version()) {
            return Decision.refuse(
                    List.of(
                            WorkOrderRefusal.VERSION_STALE.because(
                                    "expected", String.valueOf(seen),
                                    "actual", String.valueOf(version()))));
        }
        return order().decide(command, lifecycle, known.with(workers()))
                .fold(event -> Decision.accept(with(event)), Decision::refuse);
    }

    /**
     * The history with one more event.
     *
     * @param event what happened
     * @return the longer history
     * @throws IllegalArgumentException if it does not begin where the order stands
     */
    public History with(WorkOrderEvent event) {
        List<WorkOrderEvent> more = new ArrayList<>(events);
        more.add(event);
        return new History(received, more);
    }

    /**
     * Who had a hand in the work, now or earlier: those who were to do it and those who did.
     *
     * @return by their id
     */
    public Set<StaffId> workers() {
        Set<StaffId> workers = new TreeSet<>();
        moves().forEach(move -> workers.addAll(move.workers()));
        return workers;
    }

    /**
     * When the clock stood still.
     *
     * @return in order; the last may still run
     */
    public List<Pause> pauses() {
        List<Pause> pauses = new ArrayList<>();
        WorkOrderEvent.Moved stopped = null;
        for (WorkOrderEvent.Moved move : moves().toList()) {
            if (stopped != null) {
                pauses.add(pause(stopped, move.act().occurredAt()));
            }
            stopped = move.has(ActionEffect.PAUSES) ? move : null;
        }
        if (stopped != null) {
            pauses.add(pause(stopped, null));
        }
        return pauses;
    }

    /**
     * What was known at an instant, so that a later event does not change how it is judged.
     *
     * @param asOf the instant
     * @return the history without the steps taken after it; what was taken over from another system
     *     stays, because its events bear no time
     */
    public History until(Instant asOf) {
        return new History(
                received, events.stream().filter(event -> !isAfter(event, asOf)).toList());
    }

    private static boolean isAfter(WorkOrderEvent event, Instant asOf) {
        if (event instanceof WorkOrderEvent.Reclassed judged) {
            return judged.act().occurredAt().isAfter(asOf);
        }
        return event instanceof WorkOrderEvent.Moved move && move.act().occurredAt().isAfter(asOf);
    }

    /**
     * Since when the matter was held for a severity or a graver one, the first time.
     *
     * @param least the severity
     * @return the reception, or when somebody judged so; empty if nobody did
     */
    public Optional<Instant> heldFor(Severity least) {
        if (received.intake().triage().severity().compareTo(least) >= 0) {
            return Optional.of(received.intake().reception().receivedAt());
        }
        return events.stream()
                .filter(WorkOrderEvent.Reclassed.class::isInstance)
                .map(WorkOrderEvent.Reclassed.class::cast)
                .filter(judged -> judged.severity().compareTo(least) >= 0)
                .map(judged -> judged.act().occurredAt())
                .findFirst();
    }

    /**
     * When a goal was reached.
     *
     * @param goal the response is when somebody first took the work on, or commands in an incident,
     *     or else the end; the resolution is the end that stands
     * @return empty while it is not
     */
    public Optional<Instant> reached(ServiceGoal goal) {
        Optional<Instant> ended = Optional.ofNullable(order().handling().endedAt());
        return goal == ServiceGoal.RESOLUTION
                ? ended
                : moves().filter(
                                move ->
                                        move.has(ActionEffect.WORKS)
                                                || move.to() == WorkOrderState.IN_RESPONSE)
                        .map(move -> move.act().occurredAt())
                        .findFirst()
                        .or(() -> ended);
    }

    /**
     * The clock of a limit: from the reception, stopped by the pauses, ended when the goal was
     * reached.
     *
     * @param level the row that applies
     * @return the clock
     */
    public Countdown countdown(ServiceLevel level) {
        Optional<Instant> end = reached(level.goal());
        List<Pause> before =
                pauses().stream()
                        .filter(pause -> end.isEmpty() || pause.from().isBefore(end.get()))
                        .toList();
        return new Countdown(
                level, received.intake().reception().receivedAt(), before, end.orElse(null));
    }

    /**
     * The verdict on the matter.
     *
     * @return empty while nobody ruled, and where none is asked for
     */
    public Optional<Ruling> ruling() {
        return moves().filter(move -> move.has(ActionEffect.RULES))
                .map(move -> new Ruling(move.action() != WorkOrderAction.REJECT, move.act()))
                .reduce((earlier, later) -> later);
    }

    private Stream<WorkOrderEvent.Moved> moves() {
        return events.stream()
                .filter(WorkOrderEvent.Moved.class::isInstance)
                .map(WorkOrderEvent.Moved.class::cast);
    }

    private static Pause pause(WorkOrderEvent.Moved stopped, @Nullable Instant to) {
        String why = stopped.act().note();
        return new Pause(
                stopped.act().occurredAt(), to, why == null ? stopped.action().name() : why);
    }

    private static WorkOrder replay(WorkOrder received, List<WorkOrderEvent> events) {
        WorkOrder order = received;
        for (WorkOrderEvent event : events) {
            order = event.applyTo(order);
        }
        return order;
    }
}
