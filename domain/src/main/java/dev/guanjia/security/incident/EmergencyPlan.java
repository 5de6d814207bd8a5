package dev.guanjia.security.incident;

import dev.guanjia.catalogue.Label;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.TransitionTable;
import dev.guanjia.organisation.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is done in an emergency: drafted, approved, drilled, revised and approved again. Source:
 * requirements 03 P-FIRE-SYSTEM, P-INCIDENT.
 *
 * @param kind what it is for
 * @param steps what is to be done, in order, at least one, each key once
 * @param contacts whom to call
 * @param events what happened to the plan, in order of time; every step is a move of {@link #TABLE}
 */
public record EmergencyPlan(
        EmergencyKind kind, List<PlanStep> steps, List<Contact> contacts, List<Event> events) {

    /** Every allowed move: the rows {@code PLAN} of {@code transitions.csv}. */
    public static final TransitionTable<State, Action> TABLE =
            Lives.read("PLAN", Action.class, State.DRAFTED);

    /** Copies; a plan that does nothing, or got where it is by no way, is none. */
    public EmergencyPlan {
        steps = List.copyOf(steps);
        contacts = List.copyOf(contacts);
        events = List.copyOf(events);
        TreeSet<String> ids = new TreeSet<>(steps.stream().map(PlanStep::id).toList());
        if (steps.isEmpty() || ids.size() != steps.size()) {
            throw new IllegalArgumentException("plan needs each step once: " + kind.id());
        }
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i).at().isBefore(events.get(i - 1).at())) {
                throw new IllegalArgumentException("events run backwards: " + events.get(i));
            }
        }
        replay(events);
    }

    /**
     * Drafts a plan.
     *
     * @param kind what it is for
     * @param steps what is to be done, in order
     * @param contacts whom to call
     * @return the plan
     */
    public static EmergencyPlan draft(
            EmergencyKind kind, List<PlanStep> steps, List<Contact> contacts) {
        return new EmergencyPlan(kind, steps, contacts, List.of());
    }

    /**
     * Approves the plan.
     *
     * @param by who approves
     * @param at when
     * @return the plan afterwards, or refused with {@code WRONG_STATE}, {@code TIME_RUNS_BACKWARDS}
     */
    public Decision<EmergencyPlan> approve(Actor by, Instant at) {
        return take(new Event(Action.APPROVE, by, at, ""), steps, List.of());
    }

    /**
     * Enters a drill that was held.
     *
     * @param drill the drill
     * @param by who enters it
     * @return the plan afterwards, or refused with every reason that applies of {@code
     *     WRONG_STATE}, {@code TIME_RUNS_BACKWARDS}, {@code DRILL_OF_ANOTHER_KIND}, {@code
     *     DRILL_NOT_HELD}
     */
    public Decision<EmergencyPlan> drill(Drill drill, Actor by) {
        List<Refusal> reasons = new ArrayList<>();
        if (!drill.kind().equals(kind.id())) {
            reasons.add(
                    IncidentRefusal.DRILL_OF_ANOTHER_KIND.because(
                            "drill", drill.id(), "kind", drill.kind(), "expected", kind.id()));
        }
        if (drill.held().isEmpty()) {
            reasons.add(IncidentRefusal.DRILL_NOT_HELD.because("drill", drill.id()));
            return Decision.refuse(reasons);
        }
        Event event = new Event(Action.DRILL, by, drill.held().get().at(), drill.id());
        return take(event, steps, reasons);
    }

    /**
     * Revises the plan after a drill; it holds again once it is approved.
     *
     * @param revised the new steps
     * @param by who revises
     * @param at when
     * @param why what the drill taught
     * @return the plan afterwards, or refused with {@code WRONG_STATE}, {@code TIME_RUNS_BACKWARDS}
     */
    public Decision<EmergencyPlan> revise(
            List<PlanStep> revised, Actor by, Instant at, String why) {
        return take(new Event(Action.REVISE, by, at, why), revised, List.of());
    }

    /**
     * Where the plan stands.
     *
     * @return the state
     */
    public State state() {
        return replay(events);
    }

    /**
     * Which version of the plan this is.
     *
     * @return 1, and one more for every revision
     */
    public int version() {
        return 1 + (int) events.stream().filter(event -> event.action() == Action.REVISE).count();
    }

    Optional<PlanStep> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    private Decision<EmergencyPlan> take(Event event, List<PlanStep> after, List<Refusal> more) {
        List<Refusal> reasons =
                new ArrayList<>(Lives.faults(TABLE, kind.id(), state(), event.action()));
        if (!events.isEmpty()) {
            Instant last = events.get(events.size() - 1).at();
            reasons.addAll(Lives.backwards(kind.id(), event.at(), last));
        }
        reasons.addAll(more);
        List<Event> all = new ArrayList<>(events);
        all.add(event);
        return reasons.isEmpty()
                ? Decision.accept(new EmergencyPlan(kind, after, contacts, all))
                : Decision.refuse(reasons);
    }

    private static State replay(List<Event> events) {
        State state = TABLE.initial();
        for (Event event : events) {
            State before = state;
            state =
                    TABLE.next(before, event.action())
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    event.action()
                                                            + " is not allowed in "
                                                            + before));
        }
        return state;
    }

    /**
     * Whom to call.
     *
     * @param id its key
     * @param label who it is
     * @param phone the number, not blank
     */
    public record Contact(String id, Label label, String phone) {

        /** A contact can be called. */
        public Contact {
            if (phone.isBlank()) {
                throw new IllegalArgumentException("contact has no number: " + id);
            }
        }
    }

    /**
     * A step in the life of the plan.
     *
     * @param action what was done
     * @param by who did it
     * @param at when
     * @param note the drill, or why it was revised; possibly empty
     */
    public record Event(Action action, Actor by, Instant at, String note) {}

    /** Where a plan stands. */
    public enum State {
        /** Written. */
        DRAFTED,
        /** In force. */
        APPROVED,
        /** In force and practised. */
        DRILLED,
        /** Rewritten; in force once it is approved. */
        REVISED
    }

    /** What can be done with a plan. */
    public enum Action {
        /** Put in force. */
        APPROVE,
        /** Practise. */
        DRILL,
        /** Rewrite. */
        REVISE
    }
}
