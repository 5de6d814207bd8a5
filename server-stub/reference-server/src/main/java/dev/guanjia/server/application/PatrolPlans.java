package dev.guanjia.server.application;

import dev.guanjia.calendar.Shift;
import dev.guanjia.duty.Duty;
import dev.guanjia.duty.DutyId;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.property.CommunityId;
import dev.guanjia.security.patrol.PatrolPlan;
import dev.guanjia.security.patrol.PatrolRoute;
import dev.guanjia.server.store.PatrolPlanStore.PlanRow;
import dev.guanjia.server.store.PatrolRouteStore;
import dev.guanjia.server.store.PatrolRouteStore.RouteRow;
import dev.guanjia.server.store.PatrolStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Puts the rows of a plan together. */
@Component
class PatrolPlans {

    private final PatrolRouteStore routes;
    private final PatrolStore areas;
    private final DutyBook book;
    private final NamedPosts posts;

    PatrolPlans(PatrolRouteStore routes, PatrolStore areas, DutyBook book, NamedPosts posts) {
        this.routes = routes;
        this.areas = areas;
        this.book = book;
        this.posts = posts;
    }

    /** The plan of a row with the routes and the shift of a day; empty once all routes ended. */
    Optional<PatrolPlan> plan(String tenant, PlanRow row, Shift shift, LocalDate day) {
        List<PatrolRoute> walked =
                rows(tenant, row).stream()
                        .filter(route -> route.isWalkedOn(day))
                        .map(RouteRow::route)
                        .toList();
        return walked.isEmpty()
                ? Optional.empty()
                : Optional.of(plan(row, shift, walked, asked(tenant, row, day)));
    }

    /** The areas that the duty of a plan asks for on a day because they are registered. */
    private SortedSet<String> asked(String tenant, PlanRow row, LocalDate day) {
        PostKey named = new PostKey(row.terms().post());
        return areas.asked(tenant)
                .in(new CommunityId(row.scope().communityId()))
                .asked(duty(tenant, row), post -> posts.isIn(tenant, post, named, day), day);
    }

    /** The duty of a plan. */
    Duty duty(String tenant, PlanRow row) {
        return book.catalogue(tenant).find(new DutyId(row.terms().dutyId())).orElseThrow();
    }

    /** The areas of a plan on its first day. */
    SortedSet<String> areas(String tenant, PlanRow row) {
        SortedSet<String> asked = asked(tenant, row, row.scope().from());
        if (!asked.isEmpty()) {
            return asked;
        }
        SortedSet<String> walked = new TreeSet<>();
        rows(tenant, row).forEach(route -> walked.addAll(route.route().areas()));
        return walked;
    }

    private static PatrolPlan plan(
            PlanRow row, Shift shift, List<PatrolRoute> walked, SortedSet<String> asked) {
        return new PatrolPlan(
                new DutyId(row.terms().dutyId()),
                new PostKey(row.terms().post()),
                shift,
                row.terms().minimum(),
                walked,
                row.terms().windows(),
                asked);
    }

    /** The routes of a plan, ended or not, in its order. */
    List<RouteRow> rows(String tenant, PlanRow row) {
        Map<String, RouteRow> known = routes.all(tenant, row.terms().routeIds());
        return row.terms().routeIds().stream().map(known::get).toList();
    }
}
