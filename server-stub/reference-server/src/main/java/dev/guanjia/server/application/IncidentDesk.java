package dev.guanjia.server.application;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.property.Community;
import dev.guanjia.security.incident.Commander;
import dev.guanjia.security.incident.Incident;
import dev.guanjia.security.incident.Incident.Action;
import dev.guanjia.security.incident.Incident.Alarm;
import dev.guanjia.security.incident.IncidentEvent;
import dev.guanjia.security.incident.IncidentId;
import dev.guanjia.security.incident.PlanVersion;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.PlanDesk.Seen;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.EmergencyPlanStore;
import dev.guanjia.server.store.EmergencyPlanStore.PlanRow;
import dev.guanjia.server.store.IncidentStore;
import dev.guanjia.server.store.IncidentStore.IncidentRow;
import dev.guanjia.server.store.StaffStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes alarms, and incidents from one state to the next. */
@Service
public class IncidentDesk {

    private final Planning planning;
    private final Places places;
    private final EmergencyPlanStore plans;
    private final IncidentStore store;
    private final IncidentSteps steps;
    private final EmergencyCrews crews;
    private final StaffStore staff;

    IncidentDesk(
            Planning planning,
            Places places,
            EmergencyPlanStore plans,
            IncidentStore store,
            IncidentSteps steps,
            EmergencyCrews crews,
            StaffStore staff) {
        this.planning = planning;
        this.places = places;
        this.plans = plans;
        this.store = store;
        this.steps = steps;
        this.crews = crews;
        this.staff = staff;
    }

    /**
     * An alarm as a caller tells it.
     *
     * @param kind what is said to have happened, as a kind
     * @param community in which community
     * @param place where in it
     * @param what what is said to have happened, in words
     * @param by who said so
     * @param at when
     */
    public record Draft(
            String kind, String community, String place, String what, String by, Instant at) {}

    /**
     * A step as a caller tells it.
     *
     * @param action what is done
     * @param at when
     * @param to who commands from then on; null for every step but one
     */
    public record StepDraft(String action, Instant at, @Nullable To to) {}

    /**
     * Who commands from then on.
     *
     * @param staff the person
     * @param post in which post
     */
    public record To(String staff, String post) {}

    /**
     * A step of the plan as a caller tells it.
     *
     * @param step its key
     * @param at when
     * @param reason why whoever commands records it for another; null for one's own
     */
    public record TickDraft(String step, Instant at, @Nullable String reason) {}

    /** The steps that are taken here. */
    private enum Move {
        VERIFY,
        REFUTE,
        TELL_MANAGER,
        ACKNOWLEDGE,
        RESPOND,
        TAKE_COMMAND,
        HAND_OVER,
        CONTAIN,
        REPORT_UP,
        CLEAR_UP,
        CLOSE
    }

    /**
     * Takes an alarm.
     *
     * @param caller who tells it
     * @param draft the alarm
     * @return the incident, not verified yet
     */
    public IncidentRow report(Caller caller, Draft draft) {
        Breach attempt = new Breach("report-incident", draft.community());
        planning.admit(caller, attempt);
        Given given = new Given();
        Optional<PlanRow> plan = plan(given, caller.tenant(), draft.kind());
        Optional<Community> community = places.community(given, caller.tenant(), draft.community());
        given.text("/place", draft.place());
        given.text("/what", draft.what());
        given.text("/reported_by", draft.by());
        Optional<Instant> at = past(given, "/reported_at", draft.at());
        given.end();
        Alarm alarm = new Alarm(draft.place(), draft.what(), draft.by(), at.orElseThrow());
        IncidentId id = new IncidentId(Ids.next("in"));
        PlanVersion held = plan.orElseThrow().plan().inForce(alarm.at());
        Incident incident = Incident.report(id, alarm, held);
        String place = community.orElseThrow().id().value();
        IncidentRow row = new IncidentRow(incident, place, List.of(), 1);
        store.add(caller.tenant(), row, planning.now());
        planning.done(caller, attempt, row.id(), Map.of("kind", draft.kind()));
        return row;
    }

    private Optional<PlanRow> plan(Given given, String tenant, String kind) {
        Optional<PlanRow> found =
                plans.all(tenant).stream()
                        .filter(row -> row.plan().kind().id().equals(kind))
                        .findFirst();
        return found.isPresent() ? found : given.unknown("/kind", kind);
    }

    /**
     * Takes an incident one step on.
     *
     * @param caller who does it
     * @param seen which
     * @param draft what is done and when
     * @return the incident afterwards
     */
    public IncidentRow transition(Caller caller, Seen seen, StepDraft draft) {
        boolean review = draft.action().equals(Move.CLOSE.name());
        Breach attempt = new Breach(review ? "review-incident" : "transition-incident", seen.id());
        planning.admit(caller, attempt);
        Given given = new Given();
        Optional<Move> move = given.known("/action", draft.action(), Move.class);
        Optional<Instant> when = past(given, "/acted_at", draft.at());
        To to = draft.to();
        boolean hands = move.filter(Move.HAND_OVER::equals).isPresent();
        if (hands != (to != null)) {
            String expected = hands ? "who commands from then on" : "nobody";
            given.wrong("/hand_to", FieldCode.OUT_OF_RANGE, "expected", expected);
        }
        given.end();
        Actor by = planning.actor(caller);
        IncidentEvent event =
                to == null
                        ? IncidentEvent.of(
                                Action.valueOf(move.orElseThrow().name()), by, when.orElseThrow())
                        : IncidentEvent.handOver(to(caller, seen, to, when.orElseThrow()), by);
        return steps.take(caller, seen, attempt, event);
    }

    /** Somebody who holds that post there on that day. */
    private Commander to(Caller caller, Seen seen, To to, Instant at) {
        String tenant = caller.tenant();
        IncidentRow row =
                store.find(tenant, seen.id()).orElseThrow(() -> Fault.notFound(seen.id()));
        Given given = new Given();
        if (staff.find(tenant, to.staff()).isEmpty()) {
            given.unknown("/hand_to/staff_id", to.staff());
        }
        StaffId person = new StaffId(to.staff());
        PostKey post = new PostKey(to.post());
        if (!crews.of(tenant).holds(person, post, steps.day(tenant, row, at))) {
            given.unknown("/hand_to/post", to.post());
        }
        given.end();
        return new Commander(person, post, at);
    }

    /**
     * Records that a step of the plan was done.
     *
     * @param caller who did it, in a post that does the part of the one that the plan names, or
     *     whoever commands
     * @param seen which incident
     * @param draft which step, when, and why it is recorded for another
     * @return the incident afterwards
     */
    public IncidentRow tick(Caller caller, Seen seen, TickDraft draft) {
        Breach attempt = new Breach("tick-incident-step", seen.id());
        planning.admit(caller, attempt);
        Given given = new Given();
        Optional<Instant> when = past(given, "/acted_at", draft.at());
        String reason = draft.reason();
        if (reason != null) {
            given.text("/reason", reason);
        }
        given.end();
        IncidentEvent done =
                IncidentEvent.tick(draft.step(), planning.actor(caller), when.orElseThrow());
        return steps.take(caller, seen, attempt, reason == null ? done : done.because(reason));
    }

    private Optional<Instant> past(Given given, String pointer, Instant at) {
        return new Moments(given, planning.now()).past(pointer, at);
    }
}
