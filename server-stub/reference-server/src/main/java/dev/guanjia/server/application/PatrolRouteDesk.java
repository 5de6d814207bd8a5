package dev.guanjia.server.application;

import dev.guanjia.catalogue.Label;
import dev.guanjia.property.Community;
import dev.guanjia.security.patrol.Checkpoint;
import dev.guanjia.security.patrol.PatrolRoute;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.DutyRhythmStore.Named;
import dev.guanjia.server.store.PatrolRouteStore;
import dev.guanjia.server.store.PatrolRouteStore.RouteRow;
import dev.guanjia.server.store.PatrolStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Lays out the ways of patrols. */
@Service
public class PatrolRouteDesk {

    private final Permissions permissions;
    private final PatrolRouteStore store;
    private final PatrolStore areas;
    private final Places places;
    private final Audit audit;
    private final Clock clock;

    PatrolRouteDesk(
            Permissions permissions,
            PatrolRouteStore store,
            PatrolStore areas,
            Places places,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.store = store;
        this.areas = areas;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A check item as it was given.
     *
     * @param name its key and what it is called
     * @param kind how it is answered
     * @param lower the least good value; null for none
     * @param upper the greatest good value; null for none
     * @param severity how bad a failure is
     */
    public record ItemDraft(
            Named name,
            String kind,
            @Nullable String lower,
            @Nullable String upper,
            String severity) {}

    /**
     * A checkpoint as it was given.
     *
     * @param id its key
     * @param area its area
     * @param place where it is
     * @param buildingId in which building; null outside, or where nobody says
     * @param within minutes after the beginning
     * @param items what is looked at
     */
    public record PointDraft(
            String id,
            String area,
            String place,
            @Nullable String buildingId,
            int within,
            List<ItemDraft> items) {}

    /**
     * A route as it was given.
     *
     * @param communityId where
     * @param zh what it is called in Chinese
     * @param en what it is called in English
     * @param points its checkpoints, in order
     */
    public record Draft(String communityId, String zh, String en, List<PointDraft> points) {}

    /**
     * Lays out a route.
     *
     * @param caller who asks
     * @param draft the route
     * @return the route
     */
    public RouteRow create(Caller caller, Draft draft) {
        permissions.require(caller, "create-patrol-route", draft.communityId());
        String id = Ids.next("pr");
        Given given = new Given();
        Optional<Community> community =
                places.community(given, caller.tenant(), draft.communityId());
        PatrolRouteIntake intake = new PatrolRouteIntake(given);
        Optional<Label> label = intake.label("/label", new Named(id, draft.zh(), draft.en()));
        List<Checkpoint> points =
                intake.points(
                        draft.points(),
                        community.map(where -> nameable(caller, where)).orElseGet(TreeSet::new),
                        buildings(caller, draft));
        given.end();
        RouteRow row =
                new RouteRow(
                        draft.communityId(),
                        new PatrolRoute(id, label.orElseThrow(), points),
                        null,
                        0);
        store.add(caller.tenant(), row, clock.instant());
        Map<String, String> facts = Map.of("community", draft.communityId());
        audit.accepted(caller, "create-patrol-route", id, facts);
        return row;
    }

    private Set<String> buildings(Caller caller, Draft draft) {
        List<String> named =
                draft.points().stream()
                        .map(PointDraft::buildingId)
                        .filter(Objects::nonNull)
                        .toList();
        return places.buildings(caller.tenant(), draft.communityId(), named);
    }

    private SortedSet<String> nameable(Caller caller, Community community) {
        return areas.asked(caller.tenant()).in(community.id()).nameable(LocalDate.now(clock));
    }

    /**
     * Reads a route.
     *
     * @param caller who asks
     * @param id which
     * @return the route
     */
    public RouteRow get(Caller caller, String id) {
        return store.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Lists routes, oldest first.
     *
     * @param caller who asks
     * @param community in this community; null for any
     * @param request which page
     * @return the page
     */
    public Page<RouteRow> list(Caller caller, @Nullable String community, PageRequest request) {
        return store.list(caller.tenant(), community, request);
    }
}
