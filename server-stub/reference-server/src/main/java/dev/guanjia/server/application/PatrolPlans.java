package dev.guanjia.server.application;

import dev.guanjia.calendar.Shift;
import dev.guanjia.duty.DutyId;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.security.patrol.PatrolPlan;
import dev.guanjia.security.patrol.PatrolRoute;
import dev.guanjia.server.store.PatrolPlanStore.PlanRow;
import dev.guanjia.server.store.PatrolRouteStore;
import dev.guanjia.server.store.PatrolRouteStore.RouteRow;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts the rows of a plan together. */
@Component
class PatrolPlans {

    private final PatrolRouteStore routes;

    PatrolPlans(PatrolRouteStore routes) {
        this.routes = routes;
    }

    /** The plan of a row, for the shift as it is on some day. */
    PatrolPlan plan(String tenant, PlanRow row, Shift shift) {
        return new PatrolPlan(
                new DutyId(row.terms().dutyId()),
                new PostKey(row.terms().post()),
                shift,
                row.terms().minimum(),
                routes(tenant, row),
                row.terms().windows().stream()
                        .filter(window -> window.to().compareTo(shift.length()) <= 0)
                        .toList());
    }

    /** The routes of a plan, in its order. */
    List<PatrolRoute> routes(String tenant, PlanRow row) {
        Map<String, RouteRow> known = routes.all(tenant, row.terms().routeIds());
        return row.terms().routeIds().stream().map(id -> known.get(id).route()).toList();
    }
}
