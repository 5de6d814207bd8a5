package dev.guanjia.server.application;

import dev.guanjia.property.Community;
import dev.guanjia.security.incident.Drill;
import dev.guanjia.security.incident.EmergencyPlan;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.DrillStore;
import dev.guanjia.server.store.DrillStore.DrillRow;
import dev.guanjia.server.store.DrillStore.Filter;
import dev.guanjia.server.store.EmergencyPlanStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Plans drills and records how they went. */
@Service
public class DrillDesk {

    private final Planning planning;
    private final Places places;
    private final EmergencyPlanStore plans;
    private final DrillStore store;
    private final CommunityDays days;

    DrillDesk(
            Planning planning,
            Places places,
            EmergencyPlanStore plans,
            DrillStore store,
            CommunityDays days) {
        this.planning = planning;
        this.places = places;
        this.plans = plans;
        this.store = store;
        this.days = days;
    }

    /** Where a drill stands. */
    private enum State {
        PLANNED,
        OVERDUE,
        HELD,
        CANCELLED
    }

    /**
     * How a drill went.
     *
     * @param at when it was held
     * @param participants how many took part
     * @param passed whether it went as planned
     * @param lessons what is to be done better
     */
    public record Result(Instant at, int participants, boolean passed, List<String> lessons) {}

    /**
     * Plans a drill.
     *
     * @param caller who plans it
     * @param kind of which kind of emergency
     * @param communityId where
     * @param day when
     * @return the drill
     */
    public DrillRow plan(Caller caller, String kind, String communityId, LocalDate day) {
        Breach attempt = new Breach("plan-drill", communityId);
        planning.admit(caller, attempt);
        Given given = new Given();
        if (plans.shipped(kind).isEmpty()) {
            given.unknown("/kind", kind);
        }
        Optional<Community> community = places.community(given, caller.tenant(), communityId);
        given.day("/planned_on", day);
        given.end();
        Drill drill = Drill.plan(Ids.next("dr"), kind, day);
        store.add(caller.tenant(), drill, community.orElseThrow().id().value());
        planning.done(caller, attempt, drill.id(), Map.of("kind", kind));
        return get(caller, drill.id());
    }

    /**
     * Records that a drill was held, and enters it into the plan.
     *
     * @param caller who records it
     * @param id which drill
     * @param result how it went
     * @return the drill afterwards
     */
    public DrillRow hold(Caller caller, String id, Result result) {
        Breach attempt = new Breach("hold-drill", id);
        planning.admit(caller, attempt);
        Drill.Held held = read(result);
        DrillRow before =
                store.lock(caller.tenant(), id, days.now()).orElseThrow(() -> Fault.notFound(id));
        Drill drill = Refused.unlessAccepted(before.drill().hold(held));
        EmergencyPlan plan =
                plans.lock(caller.tenant(), drill.kind(), planning.now())
                        .orElseThrow(() -> new IllegalStateException("no plan " + drill.kind()))
                        .plan();
        EmergencyPlan drilled = Refused.unlessAccepted(plan.drill(drill, planning.actor(caller)));
        store.hold(caller.tenant(), id, held);
        plans.step(caller.tenant(), drilled, planning.now());
        planning.done(caller, attempt, id, Map.of("kind", drill.kind()));
        return new DrillRow(drill, before.community(), State.HELD.name());
    }

    /**
     * Gives a drill another day.
     *
     * @param caller who decides it
     * @param id which drill
     * @param day the new day
     * @param reason why
     * @return the drill afterwards
     */
    public DrillRow move(Caller caller, String id, LocalDate day, String reason) {
        Breach attempt = new Breach("move-drill", id);
        planning.admit(caller, attempt);
        Given given = new Given();
        given.day("/planned_on", day);
        given.text("/reason", reason);
        given.end();
        return change(caller, attempt, change(caller, Optional.of(day), reason));
    }

    /**
     * Cancels a drill.
     *
     * @param caller who decides it
     * @param id which drill
     * @param reason why
     * @return the drill afterwards
     */
    public DrillRow cancel(Caller caller, String id, String reason) {
        Breach attempt = new Breach("cancel-drill", id);
        planning.admit(caller, attempt);
        Given given = new Given();
        given.text("/reason", reason);
        given.end();
        return change(caller, attempt, change(caller, Optional.empty(), reason));
    }

    private Drill.Change change(Caller caller, Optional<LocalDate> to, String reason) {
        return new Drill.Change(to, planning.actor(caller), planning.now(), reason);
    }

    private DrillRow change(Caller caller, Breach attempt, Drill.Change change) {
        String id = attempt.subject();
        DrillRow before =
                store.lock(caller.tenant(), id, days.now()).orElseThrow(() -> Fault.notFound(id));
        store.change(caller.tenant(), Refused.unlessAccepted(before.drill().change(change)));
        planning.done(caller, attempt, id, Map.of("kind", before.drill().kind()));
        return get(caller, id);
    }

    private Drill.Held read(Result result) {
        Given given = new Given();
        Optional<Instant> at = new Moments(given, planning.now()).past("/held_at", result.at());
        for (int i = 0; i < result.lessons().size(); i++) {
            given.text("/lessons/" + i, result.lessons().get(i));
        }
        if (!result.passed() && result.lessons().isEmpty()) {
            given.wrong("/lessons", FieldCode.OUT_OF_RANGE, "expected", "a lesson of the failure");
        }
        given.end();
        return new Drill.Held(
                at.orElseThrow(), result.participants(), result.passed(), result.lessons());
    }

    /**
     * Reads a drill.
     *
     * @param caller who asks
     * @param id which
     * @return the drill
     */
    public DrillRow get(Caller caller, String id) {
        return store.find(caller.tenant(), id, days.now()).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Lists drills by planned day.
     *
     * @param caller who asks
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<DrillRow> list(Caller caller, Filter filter, PageRequest request) {
        Given given = new Given();
        if (filter.kind() != null && plans.shipped(filter.kind()).isEmpty()) {
            given.unknown("kind", filter.kind());
        }
        if (filter.state() != null) {
            given.known("state", filter.state(), State.class);
        }
        CommunityDays.check(given, filter.from(), filter.to());
        given.end();
        return store.list(caller.tenant(), filter, days.now(), request);
    }
}
