package dev.guanjia.security.incident;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.TransitionTable;
import dev.guanjia.organisation.PostKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened, from the first word of it to its closing. Source: requirements 03
 * P-INCIDENT.
 *
 * @param id names it
 * @param alarm what was reported
 * @param plan what is to be done, in the version of that day
 * @param events what was done, in order of time; every step is a move of {@link #TABLE}
 */
public record Incident(IncidentId id, Alarm alarm, EmergencyPlan plan, List<IncidentEvent> events) {

    /** Every allowed move: the rows {@code INCIDENT} of {@code transitions.csv}. */
    public static final TransitionTable<State, Action> TABLE =
            Lives.read("INCIDENT", Action.class, State.REPORTED);

    /** Copies; an incident that could not have been handled so cannot exist. */
    public Incident {
        events = List.copyOf(events);
        if (!events.isEmpty()) {
            int last = events.size() - 1;
            Incident before = new Incident(id, alarm, plan, events.subList(0, last));
            List<Refusal> faults = before.faults(events.get(last));
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
    public static Incident report(IncidentId id, Alarm alarm, EmergencyPlan plan) {
        return new Incident(id, alarm, plan, List.of());
    }

    /**
     * Takes a step.
     *
     * @param event the step
     * @return the incident afterwards, or refused with every reason that applies of {@code
     *     WRONG_STATE}, {@code TIME_RUNS_BACKWARDS}, for a tick {@code STEP_UNKNOWN}, {@code
     *     STEP_TWICE}, {@code STEP_NOT_YOURS}, for containing {@code SCENE_UNPROTECTED}, for
     *     telling {@code NOTICE_NOT_OPEN}, for closing {@code STEP_OPEN} per step, {@code
     *     MANAGER_NOT_TOLD}, {@code REPORT_MISSING}
     */
    public Decision<Incident> take(IncidentEvent event) {
        List<Refusal> reasons = faults(event);
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
     * Who is to be told at once: of a confirmed fire the manager.
     *
     * @return the notice; empty while nothing is confirmed, and for kinds that tell nobody
     */
    public Optional<ToDo> notice() {
        return confirmedAt()
                .flatMap(
                        at ->
                                plan.kind()
                                        .tell()
                                        .map(
                                                limit ->
                                                        ToDo.of(
                                                                "tell",
                                                                limit,
                                                                at,
                                                                done(Action.TELL_MANAGER))));
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

    private Optional<Instant> ticked(String step) {
        return events.stream()
                .filter(event -> event.step().filter(step::equals).isPresent())
                .map(IncidentEvent::at)
                .findFirst();
    }

    private List<Refusal> faults(IncidentEvent event) {
        List<Refusal> faults =
                new ArrayList<>(Lives.faults(TABLE, id.value(), state(), event.action()));
        Instant last = events.isEmpty() ? alarm.at() : events.get(events.size() - 1).at();
        faults.addAll(Lives.backwards(id.value(), event.at(), last));
        if (faults.isEmpty()) {
            faults.addAll(conditions(event));
        }
        return faults;
    }

    private List<Refusal> conditions(IncidentEvent event) {
        return switch (event.action()) {
            case TICK -> tick(event.step().orElseThrow(), event.by().post());
            case CONTAIN ->
                    plan.steps().stream()
                            .filter(PlanStep::protectsScene)
                            .filter(step -> ticked(step.id()).isEmpty())
                            .map(
                                    step ->
                                            IncidentRefusal.SCENE_UNPROTECTED.because(
                                                    "incident", id.value(), "step", step.id()))
                            .toList();
            case TELL_MANAGER ->
                    notice().filter(notice -> notice.doneAt().isEmpty()).isPresent()
                            ? List.of()
                            : List.of(
                                    IncidentRefusal.NOTICE_NOT_OPEN.because(
                                            "incident", id.value()));
            case FILE_REPORT ->
                    Lives.backwards(id.value(), event.at(), event.report().orElseThrow().at());
            case CLOSE -> open();
            case VERIFY, REFUTE, RESPOND, REPORT_UP, CLEAR_UP -> List.of();
        };
    }

    private List<Refusal> tick(String key, PostKey post) {
        Optional<PlanStep> step = plan.step(key);
        List<Refusal> faults = new ArrayList<>();
        if (step.isEmpty()) {
            faults.add(IncidentRefusal.STEP_UNKNOWN.because("incident", id.value(), "step", key));
        }
        if (ticked(key).isPresent()) {
            faults.add(IncidentRefusal.STEP_TWICE.because("incident", id.value(), "step", key));
        }
        step.map(found -> found.limit().post())
                .filter(expected -> !expected.equals(post))
                .ifPresent(
                        expected ->
                                faults.add(
                                        IncidentRefusal.STEP_NOT_YOURS.because(
                                                "incident", id.value(),
                                                "step", key,
                                                "post", post.value(),
                                                "expected", expected.value())));
        return faults;
    }

    private List<Refusal> open() {
        List<Refusal> faults = new ArrayList<>();
        steps().stream()
                .filter(step -> step.doneAt().isEmpty())
                .map(
                        step ->
                                IncidentRefusal.STEP_OPEN.because(
                                        "incident", id.value(), "step", step.key()))
                .forEach(faults::add);
        notice().filter(notice -> notice.doneAt().isEmpty())
                .ifPresent(
                        notice ->
                                faults.add(
                                        IncidentRefusal.MANAGER_NOT_TOLD.because(
                                                "incident", id.value(),
                                                "post", notice.post().value())));
        if (filed().isEmpty()) {
            faults.add(IncidentRefusal.REPORT_MISSING.because("incident", id.value()));
        }
        return faults;
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
        /** Set to work. */
        RESPOND,
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
