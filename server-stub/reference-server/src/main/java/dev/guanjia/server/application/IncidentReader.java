package dev.guanjia.server.application;

import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.property.Community;
import dev.guanjia.security.incident.EmergencyPlan;
import dev.guanjia.security.incident.Incident;
import dev.guanjia.security.incident.ToDo;
import dev.guanjia.security.incident.ZeroGoal;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.EmergencyPlanStore;
import dev.guanjia.server.store.EmergencyPlanStore.PlanRow;
import dev.guanjia.server.store.IncidentStore;
import dev.guanjia.server.store.IncidentStore.Filter;
import dev.guanjia.server.store.IncidentStore.IncidentRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows incidents with who has to do what until when, and counts them against their goals. */
@Service
public class IncidentReader {

    private final IncidentStore store;
    private final EmergencyPlanStore plans;
    private final CompanyRules company;
    private final Places places;
    private final CommunityDays days;
    private final Snapshot snapshot;

    IncidentReader(
            IncidentStore store,
            EmergencyPlanStore plans,
            CompanyRules company,
            Places places,
            CommunityDays days,
            Snapshot snapshot) {
        this.store = store;
        this.plans = plans;
        this.company = company;
        this.places = places;
        this.days = days;
        this.snapshot = snapshot;
    }

    /**
     * Something to do and the people whose it is.
     *
     * @param todo what, by which post and until when
     * @param holders who held the post when the incident was confirmed
     * @param late whether it was or is done too late
     */
    public record Task(ToDo todo, List<StaffId> holders, boolean late) {}

    /**
     * An incident now.
     *
     * @param row the incident
     * @param notice who is told at once; empty for nobody
     * @param steps the steps of the plan
     */
    public record Shown(IncidentRow row, Optional<Task> notice, List<Task> steps) {}

    /**
     * A range of days, both included, in a community or in all.
     *
     * @param from the first day
     * @param to the last day
     * @param community which community; null for all
     */
    public record Range(LocalDate from, LocalDate to, @Nullable String community) {}

    /**
     * Reads an incident.
     *
     * @param caller who asks
     * @param id which
     * @return the incident
     */
    public Shown get(Caller caller, String id) {
        return snapshot.read(
                () ->
                        show(
                                caller,
                                store.find(caller.tenant(), id)
                                        .orElseThrow(() -> Fault.notFound(id))));
    }

    /**
     * Shows an incident after a command.
     *
     * @param caller who gave it
     * @param row the incident
     * @return the same with who has to do what
     */
    public Shown show(Caller caller, IncidentRow row) {
        return show(caller.tenant(), List.of(row)).get(0);
    }

    /**
     * Lists incidents, latest reported first.
     *
     * @param caller who asks
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<Shown> list(Caller caller, Filter filter, PageRequest request) {
        Given given = new Given();
        if (filter.kind() != null && plans.shipped(filter.kind()).isEmpty()) {
            given.unknown("kind", filter.kind());
        }
        if (filter.state() != null) {
            given.known("state", filter.state(), Incident.State.class);
        }
        Moments moments = new Moments(given, days.now());
        moments.any("reported_from", filter.from());
        moments.any("reported_to", filter.to());
        given.end();
        return snapshot.read(
                () -> {
                    Page<IncidentRow> page = store.list(caller.tenant(), filter, request);
                    return new Page<>(show(caller.tenant(), page.items()), page.nextCursor());
                });
    }

    private List<Shown> show(String tenant, List<IncidentRow> rows) {
        Assignments assignments = company.assignments(tenant);
        return rows.stream()
                .map(
                        row -> {
                            ZoneId zone = places.community(tenant, row.community()).zone();
                            Incident incident = row.incident();
                            return new Shown(
                                    row,
                                    incident.notice().map(todo -> task(todo, assignments, zone)),
                                    incident.steps().stream()
                                            .map(todo -> task(todo, assignments, zone))
                                            .toList());
                        })
                .toList();
    }

    private Task task(ToDo todo, Assignments assignments, ZoneId zone) {
        PostKey post = todo.post();
        LocalDate day = LocalDate.ofInstant(todo.since(), zone);
        return new Task(todo, assignments.holders(post, day), todo.isLate(days.now()));
    }

    /**
     * Counts incidents against the goals of zero.
     *
     * @param caller who asks
     * @param range when and where
     * @param request which page
     * @return the goals, by key
     */
    public Page<ZeroGoal> goals(Caller caller, Range range, PageRequest request) {
        Given given = new Given();
        CommunityDays.check(given, range.from(), range.to());
        Optional<Community> community =
                range.community() == null
                        ? Optional.empty()
                        : places.find(caller.tenant(), range.community());
        if (range.community() != null && community.isEmpty()) {
            given.unknown("community_id", range.community());
        }
        given.end();
        ZoneId zone = community.map(Community::zone).orElse(days.companyZone());
        Instant from = range.from().atStartOfDay(zone).toInstant();
        Instant to = range.to().plusDays(1).atStartOfDay(zone).toInstant();
        return snapshot.read(
                () -> {
                    Filter filter = new Filter(range.community(), null, null, from, to);
                    List<Incident> incidents =
                            store.all(caller.tenant(), filter).stream()
                                    .map(IncidentRow::incident)
                                    .toList();
                    List<ZeroGoal> goals =
                            keys(caller.tenant())
                                    .map(goal -> ZeroGoal.of(goal, incidents, from, to))
                                    .toList();
                    return Page.slice(goals, request, ZeroGoal::goal);
                });
    }

    private Stream<String> keys(String tenant) {
        return plans.all(tenant).stream()
                .map(PlanRow::plan)
                .map(EmergencyPlan::kind)
                .flatMap(kind -> kind.goal().stream())
                .distinct();
    }
}
