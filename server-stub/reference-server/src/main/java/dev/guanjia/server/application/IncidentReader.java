package dev.guanjia.server.application;

import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.property.Community;
import dev.guanjia.security.incident.EmergencyPlan;
import dev.guanjia.security.incident.Incident;
import dev.guanjia.security.incident.ToDo;
import dev.guanjia.security.incident.ZeroGoal;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.EmergencyCrews.Crew;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.EmergencyPlanStore;
import dev.guanjia.server.store.EmergencyPlanStore.PlanRow;
import dev.guanjia.server.store.IncidentStore;
import dev.guanjia.server.store.IncidentStore.Filter;
import dev.guanjia.server.store.IncidentStore.IncidentRow;
import dev.guanjia.server.store.IncidentStore.Notice;
import dev.guanjia.server.store.WorkOrderLinkStore;
import dev.guanjia.workorder.Link;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows incidents with who has to do what until when, and counts them against their goals. */
@Service
public class IncidentReader {

    private final IncidentStore store;
    private final EmergencyPlanStore plans;
    private final EmergencyCrews crews;
    private final WorkOrderLinkStore links;
    private final Places places;
    private final CommunityDays days;
    private final Snapshot snapshot;

    IncidentReader(
            IncidentStore store,
            EmergencyPlanStore plans,
            EmergencyCrews crews,
            WorkOrderLinkStore links,
            Places places,
            CommunityDays days,
            Snapshot snapshot) {
        this.store = store;
        this.plans = plans;
        this.crews = crews;
        this.links = links;
        this.places = places;
        this.days = days;
        this.snapshot = snapshot;
    }

    /**
     * Something to do and the people whose it is.
     *
     * @param todo what, by which post and until when
     * @param posts the posts of the company that do it
     * @param holders who held them when the incident was confirmed, or answered for them
     * @param late whether it was or is done too late
     */
    public record Task(ToDo todo, List<PostKey> posts, List<StaffId> holders, boolean late) {}

    /**
     * An incident now.
     *
     * @param row the incident
     * @param notice who is told at once; empty for nobody
     * @param steps the steps of the plan
     * @param orders the work orders that are bound to it
     */
    public record Shown(
            IncidentRow row, Optional<Task> notice, List<Task> steps, List<String> orders) {}

    /** How a notice can stand. */
    private enum NoticeState {
        OPEN,
        LATE,
        TOLD,
        UNACKNOWLEDGED
    }

    /**
     * Which incidents are asked for; null for any.
     *
     * @param community where
     * @param kind of which kind
     * @param state where it stands
     * @param from reported then or later
     * @param to reported before
     * @param notice how its notice stands
     * @param told who is told
     */
    public record Asked(
            @Nullable String community,
            @Nullable String kind,
            @Nullable String state,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String notice,
            @Nullable String told) {}

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
     * @param asked which
     * @param request which page
     * @return the page
     */
    public Page<Shown> list(Caller caller, Asked asked, PageRequest request) {
        Filter filter = filter(asked);
        return snapshot.read(
                () -> {
                    Page<IncidentRow> page = store.list(caller.tenant(), filter, request);
                    return new Page<>(show(caller.tenant(), page.items()), page.nextCursor());
                });
    }

    private Filter filter(Asked filter) {
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
        if (filter.notice() != null) {
            given.known("notice", filter.notice(), NoticeState.class);
        }
        given.end();
        return new Filter(
                filter.community(),
                filter.kind(),
                filter.state(),
                filter.from(),
                filter.to(),
                new Notice(filter.notice(), filter.told(), days.now()));
    }

    private List<Shown> show(String tenant, List<IncidentRow> rows) {
        Crew crew = crews.of(tenant);
        Places.Zones zones = places.zones(tenant);
        Map<String, List<String>> orders =
                links.bound(
                        tenant, Link.Kind.INCIDENT, rows.stream().map(IncidentRow::id).toList());
        return rows.stream()
                .map(
                        row -> {
                            ZoneId zone = zones.of(row.community());
                            Incident incident = row.incident();
                            return new Shown(
                                    row,
                                    incident.notice().map(todo -> notice(todo, row, crew, zone)),
                                    incident.steps().stream()
                                            .map(todo -> step(todo, crew, zone))
                                            .toList(),
                                    orders.getOrDefault(row.id(), List.of()));
                        })
                .toList();
    }

    private Task notice(ToDo todo, IncidentRow row, Crew crew, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(todo.since(), zone);
        List<PostKey> posts = crew.on(day).posts(todo.post());
        return new Task(todo, posts, row.told(), todo.isLate(days.now()));
    }

    private Task step(ToDo todo, Crew crew, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(todo.since(), zone);
        return new Task(
                todo,
                crew.on(day).posts(todo.post()),
                crew.staff(todo.post(), day),
                todo.isLate(days.now()));
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
                    Filter filter =
                            new Filter(
                                    range.community(),
                                    null,
                                    null,
                                    from,
                                    to,
                                    new Notice(null, null, to));
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
