package dev.guanjia.server.application;

import dev.guanjia.calendar.Shift;
import dev.guanjia.security.patrol.PatrolPlan;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.PatrolPlanStore;
import dev.guanjia.server.store.PatrolPlanStore.PlanRow;
import dev.guanjia.server.store.PatrolRouteStore;
import dev.guanjia.server.store.PatrolRouteStore.RouteRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Ends the ways of patrols: the plans along them ask for what is left. */
@Service
public class PatrolRouteEndDesk {

    private final Permissions permissions;
    private final PatrolRouteStore routes;
    private final PatrolPlanStore plans;
    private final PatrolPlans whole;
    private final DutyBook book;
    private final Audit audit;

    PatrolRouteEndDesk(
            Permissions permissions,
            PatrolRouteStore routes,
            PatrolPlanStore plans,
            PatrolPlans whole,
            DutyBook book,
            Audit audit) {
        this.permissions = permissions;
        this.routes = routes;
        this.plans = plans;
        this.whole = whole;
        this.book = book;
        this.audit = audit;
    }

    /**
     * Ends a route.
     *
     * @param caller who asks
     * @param id which
     * @param to the first day without it
     * @param reason why; null if nothing was said
     * @return the route with its end
     */
    public RouteRow end(Caller caller, String id, LocalDate to, @Nullable String reason) {
        permissions.require(caller, "end-patrol-route", id);
        RouteRow row = routes.lock(caller.tenant(), List.of(id)).get(id);
        if (row == null) {
            throw Fault.notFound(id);
        }
        Given given = new Given();
        given.day("/to", to);
        Optional.ofNullable(reason).ifPresent(text -> given.text("/reason", text));
        given.end();
        if (row.to() != null) {
            throw ended(row);
        }
        requireRest(caller, id, to);
        routes.end(caller.tenant(), id, to, reason);
        audit.accepted(caller, "end-patrol-route", id, Map.of("to", to.toString()));
        return new RouteRow(row.communityId(), row.route(), to, row.seq());
    }

    private void requireRest(Caller caller, String id, LocalDate to) {
        DutySettings settings = book.settings(caller.tenant());
        for (PlanRow row : plans.using(caller.tenant(), id, to)) {
            LocalDate from = row.scope().from();
            LocalDate day = from.isAfter(to) ? from : to;
            Optional<Shift> shift = settings.shift(row.scope().shiftId(), day);
            Optional<PatrolPlan> plan =
                    shift.flatMap(known -> whole.plan(caller.tenant(), row, known, day));
            plan.ifPresent(
                    known ->
                            Refused.unlessAccepted(
                                    known.without(id, whole.duty(caller.tenant(), row))));
        }
    }

    static Refused ended(RouteRow row) {
        return SecurityRefusal.PATROL_ROUTE_ENDED.with(
                Map.of("route", row.route().id(), "to", String.valueOf(row.to())));
    }
}
