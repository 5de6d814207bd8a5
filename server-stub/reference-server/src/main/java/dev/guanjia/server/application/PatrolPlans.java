package dev.guanjia.server.application;

import dev.guanjia.calendar.Shift;
import dev.guanjia.duty.Duty;
import dev.guanjia.duty.DutyCatalogue;
import dev.guanjia.duty.DutyId;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.property.CommunityId;
import dev.guanjia.security.patrol.PatrolAreas;
import dev.guanjia.security.patrol.PatrolPlan;
import dev.guanjia.security.patrol.PatrolRoute;
import dev.guanjia.server.store.PatrolPlanStore.PlanRow;
import dev.guanjia.server.store.PatrolRouteStore;
import dev.guanjia.server.store.PatrolRouteStore.RouteRow;
import dev.guanjia.server.store.PatrolStore;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        return book(tenant, List.of(row)).plan(row, shift, day);
    }

    /** The duty of a plan. */
    Duty duty(String tenant, PlanRow row) {
        return book.catalogue(tenant).find(new DutyId(row.terms().dutyId())).orElseThrow();
    }

    /** The areas of a plan on its first day. */
    SortedSet<String> areas(String tenant, PlanRow row) {
        return book(tenant, List.of(row)).areas(row);
    }

    /** The routes of a plan, ended or not, in its order. */
    List<RouteRow> rows(String tenant, PlanRow row) {
        return book(tenant, List.of(row)).rows(row);
    }

    /** Reads what these plans need. */
    Book book(String tenant, List<PlanRow> rows) {
        Set<String> walked = new HashSet<>();
        rows.forEach(row -> walked.addAll(row.terms().routeIds()));
        return new Book(tenant, walked);
    }

    /** What the plans of one company need, read once for the length of one request. */
    final class Book {

        private final Map<String, RouteRow> known;
        private final PatrolAreas registered;
        private final DutyCatalogue duties;
        private final NamedPosts.Company company;

        private Book(String tenant, Set<String> walked) {
            known = routes.all(tenant, walked);
            registered = areas.asked(tenant);
            duties = book.catalogue(tenant);
            company = posts.of(tenant);
        }

        /** The plan of a row with the routes and the shift of a day; empty once all ended. */
        Optional<PatrolPlan> plan(PlanRow row, Shift shift, LocalDate day) {
            List<PatrolRoute> walked =
                    rows(row).stream()
                            .filter(route -> route.isWalkedOn(day))
                            .map(RouteRow::route)
                            .toList();
            return walked.isEmpty()
                    ? Optional.empty()
                    : Optional.of(PatrolPlans.plan(row, shift, walked, asked(row, day)));
        }

        /** The areas of a plan on its first day. */
        SortedSet<String> areas(PlanRow row) {
            SortedSet<String> asked = asked(row, row.scope().from());
            if (!asked.isEmpty()) {
                return asked;
            }
            SortedSet<String> walked = new TreeSet<>();
            rows(row).forEach(route -> walked.addAll(route.route().areas()));
            return walked;
        }

        /** The areas that the duty of a plan asks for on a day because they are registered. */
        private SortedSet<String> asked(PlanRow row, LocalDate day) {
            PostKey named = new PostKey(row.terms().post());
            Duty duty = duties.find(new DutyId(row.terms().dutyId())).orElseThrow();
            return registered
                    .in(new CommunityId(row.scope().communityId()))
                    .asked(duty, post -> company.isIn(post, named, day), day);
        }

        /** The routes of a plan, ended or not, in its order. */
        private List<RouteRow> rows(PlanRow row) {
            return row.terms().routeIds().stream().map(known::get).toList();
        }
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
}
