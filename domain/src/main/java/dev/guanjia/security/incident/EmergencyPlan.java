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

/**
 * What is done in an emergency: drafted, approved, drilled, revised and approved again. The last
 * approved version is in force while the next is being written. Source: requirements 03
 * P-FIRE-SYSTEM, P-INCIDENT.
 *
 * @param kind what it is for
 * @param versions every version, the first draft first; approval and revision never change one
 * @param contacts whom to call
 * @param events what happened to the plan, as it was entered; every step is a move of {@link
 *     #TABLE}, and approvals and revisions are in order of time
 */
public record EmergencyPlan(
        EmergencyKind kind,
        List<PlanVersion> versions,
        List<Contact> contacts,
        List<Event> events) {

    /** Every allowed move: the rows {@code PLAN} of {@code transitions.csv}. */
    public static final TransitionTable<State, Action> TABLE =
            Lives.read("PLAN", Action.class, State.DRAFTED);

    /** Copies; a plan that got where it is by no way is none. */
    public EmergencyPlan {
        versions = List.copyOf(versions);
        contacts = List.copyOf(contacts);
        events = List.copyOf(events);
        PlanHistory history = new PlanHistory(events);
        if (versions.size() != history.versions()) {
            throw new IllegalArgumentException("plan has other versions: " + kind.id());
        }
        for (int i = 0; i < versions.size(); i++) {
            if (versions.get(i).number() != i + 1 || !versions.get(i).kind().equals(kind)) {
                throw new IllegalArgumentException("not version " + (i + 1) + " of " + kind.id());
            }
        }
        history.state();
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
        PlanVersion first = new PlanVersion(kind, 1, kind.tell(), steps);
        return new EmergencyPlan(kind, List.of(first), contacts, List.of());
    }

    /**
     * Approves the latest version, which is in force from then on.
     *
     * @param by who approves
     * @param at when
     * @param company who acts in the company on that day
     * @return the plan afterwards, or refused with every reason that applies of {@code
     *     WRONG_STATE}, {@code TIME_RUNS_BACKWARDS}, {@code PLAN_WITHOUT_SCENE}, and {@code
     *     STEP_WITHOUT_POST} per step that nobody in the company does
     */
    public Decision<EmergencyPlan> approve(Actor by, Instant at, Responders company) {
        Event event = new Event(Action.APPROVE, by, at, "");
        List<Refusal> reasons = faults(event);
        if (kind.demands().scene() && steps().stream().noneMatch(PlanStep::protectsScene)) {
            reasons.add(IncidentRefusal.PLAN_WITHOUT_SCENE.because("kind", kind.id()));
        }
        latest().tell().ifPresent(limit -> without(company, "tell", limit).ifPresent(reasons::add));
        steps().forEach(step -> without(company, step.id(), step.limit()).ifPresent(reasons::add));
        return take(event, versions, reasons);
    }

    private Optional<Refusal> without(Responders company, String step, EmergencyKind.Limit limit) {
        return company.posts(limit.post()).isEmpty()
                ? Optional.of(
                        IncidentRefusal.STEP_WITHOUT_POST.because(
                                "kind", kind.id(), "step", step, "post", limit.post().value()))
                : Optional.empty();
    }

    /**
     * Enters a drill that was held, of the version that was in force then. Drills are entered in
     * any order, also while the next version is being written.
     *
     * @param drill the drill
     * @param by who enters it
     * @return the plan afterwards, or refused with every reason that applies of {@code
     *     WRONG_STATE}, {@code DRILL_BEFORE_APPROVAL}, {@code DRILL_TWICE}, {@code
     *     DRILL_OF_ANOTHER_KIND}, {@code DRILL_NOT_HELD}
     */
    public Decision<EmergencyPlan> drill(Drill drill, Actor by) {
        List<Refusal> other = new ArrayList<>();
        if (!drill.kind().equals(kind.id())) {
            other.add(
                    IncidentRefusal.DRILL_OF_ANOTHER_KIND.because(
                            "drill", drill.id(), "kind", drill.kind(), "expected", kind.id()));
        }
        if (drill.held().isEmpty()) {
            other.add(IncidentRefusal.DRILL_NOT_HELD.because("drill", drill.id()));
            return Decision.refuse(other);
        }
        Event event = new Event(Action.DRILL, by, drill.held().get().at(), drill.id());
        List<Refusal> reasons = faults(event);
        if (reasons.isEmpty() && new PlanHistory(events).inForce(event.at()) == 0) {
            reasons.add(
                    IncidentRefusal.DRILL_BEFORE_APPROVAL.because(
                            "drill", drill.id(), "at", event.at().toString()));
        }
        if (new PlanHistory(events).drilled(drill.id())) {
            reasons.add(IncidentRefusal.DRILL_TWICE.because("drill", drill.id()));
        }
        reasons.addAll(other);
        return take(event, versions, reasons);
    }

    /**
     * Writes another version; the last approved one stays in force until this one is approved.
     *
     * @param revised what it says
     * @param by who revises
     * @param at when
     * @param why what was wrong, or what a drill taught
     * @return the plan afterwards, or refused with {@code WRONG_STATE}, {@code TIME_RUNS_BACKWARDS}
     */
    public Decision<EmergencyPlan> revise(Text revised, Actor by, Instant at, String why) {
        Event event = new Event(Action.REVISE, by, at, why);
        List<PlanVersion> more = new ArrayList<>(versions);
        more.add(
                new PlanVersion(
                        kind,
                        versions.size() + 1,
                        kind.tell().flatMap(usual -> revised.tell().or(() -> latest().tell())),
                        revised.steps()));
        return take(event, more, faults(event));
    }

    /**
     * Where the plan stands.
     *
     * @return the state
     */
    public State state() {
        return new PlanHistory(events).state();
    }

    /**
     * Which version of the plan was written last.
     *
     * @return 1, and one more for every revision
     */
    public int version() {
        return versions.size();
    }

    /**
     * The version that was written last, whether in force or not.
     *
     * @return the version
     */
    public PlanVersion latest() {
        return versions.get(versions.size() - 1);
    }

    /**
     * What is to be done by the version that was written last.
     *
     * @return in order
     */
    public List<PlanStep> steps() {
        return latest().steps();
    }

    /**
     * What holds at an instant: the version approved last before it.
     *
     * @param at the instant
     * @return the version; numbered 0, with who is told and how the scene is protected alone, while
     *     none was approved
     */
    public PlanVersion inForce(Instant at) {
        int number = new PlanHistory(events).inForce(at);
        return number == 0 ? versions.get(0).unapproved() : versions.get(number - 1);
    }

    private List<Refusal> faults(Event event) {
        List<Refusal> reasons =
                new ArrayList<>(Lives.faults(TABLE, kind.id(), state(), event.action()));
        new PlanHistory(events)
                .last()
                .filter(last -> event.action() != Action.DRILL)
                .ifPresent(last -> reasons.addAll(Lives.backwards(kind.id(), event.at(), last)));
        return reasons;
    }

    private Decision<EmergencyPlan> take(
            Event event, List<PlanVersion> after, List<Refusal> reasons) {
        List<Event> all = new ArrayList<>(events);
        all.add(event);
        return reasons.isEmpty()
                ? Decision.accept(new EmergencyPlan(kind, after, contacts, all))
                : Decision.refuse(reasons);
    }

    /**
     * What a revision says.
     *
     * @param tell who is told from then on; empty for as before, and without a meaning where the
     *     kind tells nobody
     * @param steps what is to be done, in order
     */
    public record Text(Optional<EmergencyKind.Limit> tell, List<PlanStep> steps) {

        /** Copies. */
        public Text {
            steps = List.copyOf(steps);
        }
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
        /** Written; never approved. */
        DRAFTED,
        /** In force as it was written last. */
        APPROVED,
        /** In force and practised. */
        DRILLED,
        /** Rewritten; the version approved before is in force until this one is. */
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
