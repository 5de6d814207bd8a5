package dev.guanjia.server.application;

import dev.guanjia.calendar.Shift;
import dev.guanjia.duty.DutyId;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.security.patrol.PatrolPlan;
import dev.guanjia.security.patrol.PatrolRoute;
import dev.guanjia.server.store.PatrolPlanStore.PlanRow;
import dev.guanjia.server.store.PatrolRouteStore;
import dev.guanjia.server.store.PatrolRouteStore.RouteRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts the rows of a plan together. */
@Component
class PatrolPlans {

    private final PatrolRouteStore routes;

    PatrolPlans(PatrolRouteStore routes) {
        this.routes = routes;
    }

    /** The plan of a row with the routes and the shift of a day; empty once all routes ended. */
    Optional<PatrolPlan> plan(String tenant, PlanRow row, Shift shift, LocalDate day) {
        List<PatrolRoute> walked =
                rows(tenant, row).stream()
                        .filter(route -> route.isWalkedOn(day))
                        .map(RouteRow::route)
                        .toList();
        return walked.isEmpty() ? Optional.empty() : Optional.of(plan(row, shift, walked));
    }

    private static PatrolPlan plan(PlanRow row, Shift shift, List<PatrolRoute> walked) {
        return new PatrolPlan(
                new DutyId(row.terms().dutyId()),
                new PostKey(row.terms().post()),
                shift,
                row.terms().minimum(),
                walked,
                row.terms().windows().stream()
                        .filter(window -> window.to().compareTo(shift.length()) <= 0)
                        .toList());
    }

    /** The routes of a plan, ended or not, in its order. */
    List<RouteRow> rows(String tenant, PlanRow row) {
        Map<String, RouteRow> known = routes.all(tenant, row.terms().routeIds());
        return row.terms().routeIds().stream().map(known::get).toList();
    }
}
