package dev.guanjia.server.application;

import dev.guanjia.calendar.Shift;
import dev.guanjia.duty.Duty;
import dev.guanjia.duty.DutyId;
import dev.guanjia.security.patrol.PatrolPlan.Sort;
import dev.guanjia.security.patrol.PatrolPlan.Window;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.PatrolPlanStore;
import dev.guanjia.server.store.PatrolPlanStore.Filter;
import dev.guanjia.server.store.PatrolPlanStore.PlanRow;
import dev.guanjia.server.store.PatrolPlanStore.Scope;
import dev.guanjia.server.store.PatrolPlanStore.Terms;
import dev.guanjia.server.store.PatrolRouteStore;
import dev.guanjia.server.store.PatrolRouteStore.RouteRow;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Plans the patrols of shifts. */
@Service
public class PatrolPlanDesk {

    private final Permissions permissions;
    private final Stores stores;
    private final PatrolPlans plans;
    private final DutyBook book;
    private final NamedPosts posts;
    private final Places places;
    private final Audit audit;
    private final Clock clock;

    PatrolPlanDesk(
            Permissions permissions,
            Stores stores,
            PatrolPlans plans,
            DutyBook book,
            NamedPosts posts,
            Places places,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.stores = stores;
        this.plans = plans;
        this.book = book;
        this.posts = posts;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Where plans and routes are.
     *
     * @param plans the plans
     * @param routes the routes
     */
    @Component
    record Stores(PatrolPlanStore plans, PatrolRouteStore routes) {}

    /**
     * A window as it was given.
     *
     * @param from the minute in which it opens
     * @param to the minute in which it closes
     */
    public record Slot(int from, int to) {}

    /**
     * A plan as it was given.
     *
     * @param scope which shift
     * @param sort of which sort its rounds are
     * @param dutyId the duty
     * @param post the post that has it
     * @param minimum how often every area is to be covered
     * @param routeIds the ways
     * @param windows in which every area is to be covered once
     */
    public record Draft(
            Scope scope,
            String sort,
            String dutyId,
            String post,
            int minimum,
            List<String> routeIds,
            List<Slot> windows) {}

    /**
     * A plan and its areas.
     *
     * @param row the plan
     * @param areas the areas that it asks for on its first day
     */
    public record Shown(PlanRow row, SortedSet<String> areas) {}

    /**
     * Plans the patrols of a shift.
     *
     * @param caller who asks
     * @param draft the plan
     * @return the plan
     */
    public Shown create(Caller caller, Draft draft) {
        permissions.require(caller, "create-patrol-plan", draft.scope().communityId());
        Given given = new Given();
        Optional<Shift> shift = shift(given, caller, draft.scope());
        Optional<Sort> sort = given.known("/sort", draft.sort(), Sort.class);
        Optional<Duty> duty = duty(given, caller, draft);
        given.post("/post", draft.post(), posts.known(caller.tenant()));
        checkRoutes(given, caller, draft);
        List<Window> windows = windows(given, draft.windows(), shift);
        given.end();
        Terms terms =
                new Terms(
                        sort.orElseThrow(),
                        draft.dutyId(),
                        draft.post(),
                        draft.minimum(),
                        draft.routeIds(),
                        windows);
        PlanRow row = new PlanRow(Ids.next("pp"), 0, draft.scope(), terms);
        requireMinimum(caller, row, shift.orElseThrow(), duty.orElseThrow());
        add(caller, row);
        return new Shown(row, plans.areas(caller.tenant(), row));
    }

    /** On its first day, and on those from which a route of it is known to be missing. */
    private void requireMinimum(Caller caller, PlanRow row, Shift shift, Duty duty) {
        SortedSet<LocalDate> days = new TreeSet<>();
        days.add(row.scope().from());
        plans.rows(caller.tenant(), row).stream()
                .map(RouteRow::to)
                .filter(Objects::nonNull)
                .forEach(days::add);
        for (LocalDate day : days) {
            plans.plan(caller.tenant(), row, shift, day)
                    .ifPresent(plan -> Refused.unlessAccepted(plan.accordingTo(duty)));
        }
    }

    private void add(Caller caller, PlanRow row) {
        Map<String, String> facts =
                Map.of(
                        "shift", row.scope().shiftId(),
                        "key", row.scope().key(),
                        "from", row.scope().from().toString());
        if (!stores.plans().add(caller.tenant(), row, clock.instant())) {
            throw SecurityRefusal.PATROL_PLAN_TAKEN.with(facts);
        }
        audit.accepted(caller, "create-patrol-plan", row.id(), facts);
    }

    private Optional<Shift> shift(Given given, Caller caller, Scope scope) {
        places.community(given, caller.tenant(), scope.communityId());
        if (given.day("/from", scope.from()).isEmpty()) {
            return Optional.empty();
        }
        Optional<Shift> shift = book.settings(caller.tenant()).shift(scope.shiftId(), scope.from());
        return shift.isPresent() ? shift : given.unknown("/shift_id", scope.shiftId());
    }

    private Optional<Duty> duty(Given given, Caller caller, Draft draft) {
        Optional<Duty> duty = book.catalogue(caller.tenant()).find(new DutyId(draft.dutyId()));
        return duty.isPresent() ? duty : given.unknown("/duty_id", draft.dutyId());
    }

    private void checkRoutes(Given given, Caller caller, Draft draft) {
        Map<String, RouteRow> known = stores.routes().lock(caller.tenant(), draft.routeIds());
        List<String> ids = draft.routeIds();
        for (int i = 0; i < ids.size(); i++) {
            RouteRow route = known.get(ids.get(i));
            boolean there =
                    route != null && route.communityId().equals(draft.scope().communityId());
            if (!there) {
                given.unknown("/route_ids/" + i, ids.get(i));
            } else if (ids.indexOf(ids.get(i)) < i) {
                String expected = "each route once";
                given.wrong("/route_ids/" + i, FieldCode.OUT_OF_RANGE, "expected", expected);
            } else if (!route.isWalkedOn(draft.scope().from())) {
                String expected = "a route that has not ended on " + draft.scope().from();
                given.wrong("/route_ids/" + i, FieldCode.OUT_OF_RANGE, "expected", expected);
            }
        }
    }

    private static List<Window> windows(Given given, List<Slot> slots, Optional<Shift> shift) {
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            long most = shift.map(known -> known.length().toMinutes()).orElse(Long.MAX_VALUE);
            if (slot.to() <= slot.from() || slot.to() > most) {
                String expected = slot.from() + 1 + " to " + most;
                String pointer = "/windows/" + i + "/to_minute";
                given.wrong(pointer, FieldCode.OUT_OF_RANGE, "expected", expected);
            } else {
                windows.add(
                        new Window(Duration.ofMinutes(slot.from()), Duration.ofMinutes(slot.to())));
            }
        }
        return windows;
    }

    /**
     * Lists plans, oldest first.
     *
     * @param caller who asks
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<Shown> list(Caller caller, Filter filter, PageRequest request) {
        Page<PlanRow> page = stores.plans().list(caller.tenant(), filter, request);
        PatrolPlans.Book book = plans.book(caller.tenant(), page.items());
        return page.map(row -> new Shown(row, book.areas(row)));
    }
}
