package dev.guanjia.security.incident;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.TransitionTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that happened, from the first word of it to its closing. Source: requirements 03
 * P-INCIDENT.
 *
 * @param id names it
 * @param alarm what was reported
 * @param plan what is to be done: the version in force when it was reported
 * @param events what was done, as it was entered; every step is a move of {@link #TABLE}. What
 *     moves the incident on is in order of time; steps and notices may be entered afterwards
 */
public record Incident(IncidentId id, Alarm alarm, PlanVersion plan, List<IncidentEvent> events) {

    /** Every allowed move: the rows {@code INCIDENT} of {@code transitions.csv}. */
    public static final TransitionTable<State, Action> TABLE =
            Lives.read("INCIDENT", Action.class, State.REPORTED);

    /** Copies; an incident that could not have been handled so cannot exist. */
    public Incident {
        events = List.copyOf(events);
        if (!events.isEmpty()) {
            int last = events.size() - 1;
            Incident before = new Incident(id, alarm, plan, events.subList(0, last));
            List<Refusal> faults = new IncidentConditions(before).faults(events.get(last));
            if (!faults.isEmpty()) {
                throw new IllegalArgumentException(id + " cannot hold " + faults);
            }
        }
    }

    /**
     * Takes a report.
     *
     * @param id names it
     * @param alarm what was reported
     * @param plan what is to be done
     * @return the incident, not verified yet
     */
    public static Incident report(IncidentId id, Alarm alarm, PlanVersion plan) {
        return new Incident(id, alarm, plan, List.of());
    }

    /**
     * Takes a step.
     *
     * @param event the step
     * @param company who acts in the company on that day
     * @return the incident afterwards, or refused with every reason that applies of {@code
     *     WRONG_STATE}, {@code TIME_RUNS_BACKWARDS}; for a tick {@code STEP_UNKNOWN}, {@code
     *     STEP_TWICE}, {@code STEP_NOT_YOURS}, {@code STEP_REASON_MISSING}; for containing and
     *     clearing up {@code NOT_IN_COMMAND}, {@code SCENE_UNPROTECTED}, {@code BEYOND_AUTHORITY};
     *     for the command {@code NOT_IN_COMMAND}, {@code COMMAND_HELD}; for telling and
     *     acknowledging {@code NOTICE_NOT_OPEN}, {@code NOTICE_NOT_YOURS}; for the report {@code
     *     HAPPENED_LATER}, {@code RESPONSIBLE_MISSING}; for closing {@code STEP_OPEN} per step,
     *     {@code MANAGER_NOT_TOLD}, {@code REPORT_MISSING}
     */
    public Decision<Incident> take(IncidentEvent event, Responders company) {
        IncidentConditions conditions = new IncidentConditions(this);
        List<Refusal> reasons = new ArrayList<>(conditions.faults(event));
        if (reasons.isEmpty()) {
            reasons.addAll(conditions.lacks(event, company));
        }
        List<IncidentEvent> all = new ArrayList<>(events);
        all.add(event);
        return reasons.isEmpty()
                ? Decision.accept(new Incident(id, alarm, plan, all))
                : Decision.refuse(reasons);
    }

    /**
     * Where the incident stands.
     *
     * @return the state
     */
    public State state() {
        State state = TABLE.initial();
        for (IncidentEvent event : events) {
            state = TABLE.next(state, event.action()).orElseThrow();
        }
        return state;
    }

    /**
     * When it turned out to be real.
     *
     * @return the instant; empty for a false alarm and before
     */
    public Optional<Instant> confirmedAt() {
        return done(Action.VERIFY);
    }

    /**
     * Who commands: whoever set to work, until somebody above takes the command or it is handed
     * over.
     *
     * @return empty before anybody set to work
     */
    public Optional<Commander> commander() {
        return events.stream()
                .flatMap(
                        event ->
                                switch (event.action()) {
                                    case RESPOND, TAKE_COMMAND ->
                                            Stream.of(
                                                    new Commander(
                                                            event.by().staff(),
                                                            event.by().post(),
                                                            event.at()));
                                    default -> event.to().stream();
                                })
                .reduce((earlier, later) -> later);
    }

    /**
     * Who is to be told at once: of a confirmed fire the manager. Told is who was told, or who says
     * so.
     *
     * @return the notice; empty while nothing is confirmed, and for kinds that tell nobody
     */
    public Optional<ToDo> notice() {
        Optional<Instant> told =
                Stream.of(Action.TELL_MANAGER, Action.ACKNOWLEDGE)
                        .flatMap(action -> done(action).stream())
                        .min(Comparator.naturalOrder());
        return confirmedAt()
                .flatMap(at -> plan.tell().map(limit -> ToDo.of("tell", limit, at, told)));
    }

    /**
     * When one of those who are told said that they know.
     *
     * @return the instant; empty before
     */
    public Optional<Instant> acknowledgedAt() {
        return done(Action.ACKNOWLEDGE);
    }

    /**
     * The steps of the plan with their times.
     *
     * @return in the order of the plan; none while nothing is confirmed
     */
    public List<ToDo> steps() {
        return confirmedAt().stream()
                .flatMap(
                        at ->
                                plan.steps().stream()
                                        .map(
                                                step ->
                                                        ToDo.of(
                                                                step.id(),
                                                                step.limit(),
                                                                at,
                                                                ticked(step.id()))))
                .toList();
    }

    /**
     * The report, as it was filed last.
     *
     * @return the report; empty before
     */
    public Optional<IncidentReport> filed() {
        return events.stream()
                .flatMap(event -> event.report().stream())
                .reduce((earlier, later) -> later);
    }

    private Optional<Instant> done(Action action) {
        return events.stream()
                .filter(event -> event.action() == action)
                .map(IncidentEvent::at)
                .findFirst();
    }

    Optional<Instant> ticked(String step) {
        return events.stream()
                .filter(event -> event.step().filter(step::equals).isPresent())
                .map(IncidentEvent::at)
                .findFirst();
    }

    /**
     * What was reported.
     *
     * @param place where, not blank
     * @param what what is said to have happened, not blank
     * @param by who said so, not blank
     * @param at when it was reported
     */
    public record Alarm(String place, String what, String by, Instant at) {

        /** An alarm says what and where. */
        public Alarm {
            if (place.isBlank() || what.isBlank() || by.isBlank()) {
                throw new IllegalArgumentException("alarm needs place, what and by whom: " + at);
            }
        }
    }

    /** Where an incident stands; it only moves forward. */
    public enum State {
        /** Said to have happened. */
        REPORTED,
        /** Nothing had happened. */
        FALSE,
        /** It is real. */
        VERIFIED,
        /** People are at work on it. */
        IN_RESPONSE,
        /** It spreads no further. */
        CONTAINED,
        /** Those above know. */
        REPORTED_UP,
        /** It is being cleared up. */
        AFTERMATH,
        /** Over, reported, nothing open. */
        CLOSED
    }

    /** What can be done. */
    public enum Action {
        /** Find that it is real. */
        VERIFY,
        /** Find that nothing happened. */
        REFUTE,
        /** Tell the manager at once. */
        TELL_MANAGER,
        /** Say that one was told. */
        ACKNOWLEDGE,
        /** Set to work, and command until somebody above does. */
        RESPOND,
        /** Take the command from somebody below. */
        TAKE_COMMAND,
        /** Hand the command to somebody else. */
        HAND_OVER,
        /** Do a step of the plan. */
        TICK,
        /** Stop it from spreading. */
        CONTAIN,
        /** Report to those above. */
        REPORT_UP,
        /** Begin to clear up. */
        CLEAR_UP,
        /** File the report. */
        FILE_REPORT,
        /** Close it. */
        CLOSE
    }
}
