package dev.guanjia.server.application;

import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.property.Community;
import dev.guanjia.property.CommunityId;
import dev.guanjia.reaction.PatrolReaction;
import dev.guanjia.security.patrol.CheckResult;
import dev.guanjia.security.patrol.Checkpoint;
import dev.guanjia.security.patrol.Finding;
import dev.guanjia.security.patrol.PatrolPlan;
import dev.guanjia.security.patrol.PatrolRound;
import dev.guanjia.security.patrol.RoundId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.PatrolPlanStore;
import dev.guanjia.server.store.PatrolPlanStore.PlanRow;
import dev.guanjia.server.store.PatrolResultStore;
import dev.guanjia.server.store.PatrolRoundStore;
import dev.guanjia.server.store.PatrolRoundStore.RoundRow;
import dev.guanjia.server.store.PatrolRouteStore.RouteRow;
import dev.guanjia.server.store.StaffStore;
import dev.guanjia.workorder.Intake;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Walks rounds; what fails on the way becomes a work order together with the result. */
@Service
public class PatrolRoundDesk {

    private final Permissions permissions;
    private final Stores stores;
    private final PatrolRouteDesk routes;
    private final WorkOrderDesk orders;
    private final PatrolCounts counts;
    private final NamedPosts posts;
    private final Places places;
    private final Audit audit;
    private final Clock clock;

    PatrolRoundDesk(
            Permissions permissions,
            Stores stores,
            PatrolRouteDesk routes,
            WorkOrderDesk orders,
            PatrolCounts counts,
            NamedPosts posts,
            Places places,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.stores = stores;
        this.routes = routes;
        this.orders = orders;
        this.counts = counts;
        this.posts = posts;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Where rounds are.
     *
     * @param plans what is to be walked
     * @param rounds what was walked
     * @param results what was found
     * @param staff who walks
     */
    @Component
    record Stores(
            PatrolPlanStore plans,
            PatrolRoundStore rounds,
            PatrolResultStore results,
            StaffStore staff) {}

    /**
     * An answer as it was given.
     *
     * @param item which item
     * @param passed what the eye says; null for a value
     * @param value the value; null for what passes or fails
     * @param note what else is to be said; null for nothing
     */
    public record ReadingDraft(
            String item, @Nullable Boolean passed, @Nullable String value, @Nullable String note) {}

    /** The steps of a round. */
    private enum Progress {
        FINISH,
        FILE
    }

    /**
     * Begins a round.
     *
     * @param caller who walks
     * @param planId by which plan
     * @param routeId along which way
     * @param startedAt when
     * @return the round
     */
    public RoundRow start(Caller caller, String planId, String routeId, Instant startedAt) {
        Breach attempt = new Breach("start-patrol-round", planId);
        permissions.require(caller, attempt.command(), planId);
        Instant now = clock.instant();
        Given given = new Given();
        Optional<Instant> at = new Moments(given, now).past("/started_at", startedAt);
        Optional<PlanRow> plan = stores.plans().find(caller.tenant(), planId);
        if (plan.isEmpty()) {
            given.unknown("/plan_id", planId);
        } else if (!plan.get().terms().routeIds().contains(routeId)) {
            given.unknown("/route_id", routeId);
        }
        given.end();
        requirePost(caller, plan.orElseThrow(), attempt);
        RouteRow route = routes.get(caller, routeId);
        PatrolRound round =
                PatrolRound.start(
                        new RoundId(Ids.next("ro")),
                        route.route(),
                        new StaffId(caller.staffId()),
                        at.orElseThrow());
        Community community = places.community(caller.tenant(), route.communityId());
        LocalDate day = LocalDate.ofInstant(round.startedAt(), community.zone());
        if (!route.isWalkedOn(day)) {
            throw PatrolRouteEndDesk.ended(route);
        }
        requireFree(caller, round);
        RoundRow row = new RoundRow(0, route.communityId(), planId, round, Map.of());
        stores.rounds().add(caller.tenant(), row, day, now);
        audit.accepted(caller, attempt.command(), round.id().value(), Map.of("route", routeId));
        return row;
    }

    /** Two rounds of a person begin one after the other. */
    private void requireFree(Caller caller, PatrolRound round) {
        stores.staff().lock(caller.tenant(), caller.staffId());
        List<PatrolRound> others =
                stores.rounds().since(caller.tenant(), round.by(), round.startedAt()).stream()
                        .map(RoundRow::round)
                        .toList();
        Refused.unlessAccepted(round.besides(others));
    }

    /** The post of the plan, or one that bears it. */
    private void requirePost(Caller caller, PlanRow plan, Breach attempt) {
        String expected = plan.terms().post();
        String post = caller.actingPost().orElse("-");
        LocalDate today = LocalDate.now(clock);
        if (caller.actingPost().isEmpty()
                || !posts.isIn(caller.tenant(), new PostKey(post), new PostKey(expected), today)) {
            throw SecurityRefusal.PATROL_OF_ANOTHER_POST.with(
                    Map.of("plan", plan.id(), "post", post, "expected", expected), attempt);
        }
    }

    /**
     * Records what was found at a checkpoint, and opens an order for each failed check.
     *
     * @param caller who was there
     * @param id which round
     * @param checkpoint which checkpoint
     * @param found when, and what
     * @return the round with the result
     */
    public RoundRow record(Caller caller, String id, String checkpoint, FoundDraft found) {
        Breach attempt = new Breach("record-checkpoint-result", id);
        RoundRow before = lock(caller, attempt);
        Instant now = clock.instant();
        Given given = new Given();
        Optional<Instant> at = new Moments(given, now).past("/reached_at", found.at());
        ReadingsIntake intake = new ReadingsIntake(given);
        intake.check(found.readings());
        given.end();
        CheckResult result =
                new CheckResult(
                        checkpoint,
                        new StaffId(caller.staffId()),
                        at.orElseThrow(),
                        ReadingsIntake.readings(found.readings()));
        PatrolRound after = Refused.unlessAccepted(before.round().record(result));
        stores.results().add(caller.tenant(), id, after.results().size(), result, now);
        Map<String, String> all = new HashMap<>(before.orders());
        all.putAll(open(caller, before.with(after, Map.of()), checkpoint));
        audit.accepted(caller, attempt.command(), id, Map.of("checkpoint", checkpoint));
        return before.with(after, Map.copyOf(all));
    }

    /**
     * What was found as it was given.
     *
     * @param at when the checkpoint was reached
     * @param readings the answers
     */
    public record FoundDraft(Instant at, List<ReadingDraft> readings) {}

    private Map<String, String> open(Caller caller, RoundRow row, String checkpoint) {
        Map<String, String> opened = new HashMap<>();
        CommunityId community = new CommunityId(row.communityId());
        Checkpoint point = point(row.round(), checkpoint);
        PatrolPlan.Sort sort =
                stores.plans().find(caller.tenant(), row.planId()).orElseThrow().terms().sort();
        for (Finding finding : row.round().findings()) {
            if (finding.checkpoint().equals(checkpoint)) {
                Intake intake = PatrolReaction.intake(finding, sort, point, community);
                String order = orders.open(caller, intake).id();
                stores.results().add(caller.tenant(), finding, order);
                opened.put(PatrolResultStore.key(checkpoint, finding.item()), order);
            }
        }
        return opened;
    }

    private static Checkpoint point(PatrolRound round, String checkpoint) {
        return round.route().checkpoints().stream()
                .filter(point -> point.id().equals(checkpoint))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Finishes a round or files its record.
     *
     * @param caller who walks
     * @param id which round
     * @param action the step
     * @param occurredAt when
     * @return the round afterwards
     */
    public RoundRow transition(Caller caller, String id, String action, Instant occurredAt) {
        Breach attempt = new Breach("transition-patrol-round", id);
        RoundRow before = lock(caller, attempt);
        Given given = new Given();
        Optional<Progress> step = given.known("/action", action, Progress.class);
        Optional<Instant> at = new Moments(given, clock.instant()).past("/occurred_at", occurredAt);
        given.end();
        Decision<PatrolRound> decision =
                switch (step.orElseThrow()) {
                    case FINISH -> before.round().finish(at.orElseThrow());
                    case FILE -> before.round().file(at.orElseThrow());
                };
        PatrolRound after = Refused.unlessAccepted(decision);
        stores.rounds().step(caller.tenant(), after);
        RoundRow row = before.with(after, before.orders());
        int counted = step.orElseThrow() == Progress.FINISH ? count(caller, row) : 0;
        Map<String, String> facts =
                Map.of("state", after.state().name(), "counted", Integer.toString(counted));
        audit.accepted(caller, attempt.command(), id, facts);
        return row;
    }

    private int count(Caller caller, RoundRow row) {
        PlanRow plan = stores.plans().find(caller.tenant(), row.planId()).orElseThrow();
        return counts.enter(caller, row, plan);
    }

    private RoundRow lock(Caller caller, Breach attempt) {
        String id = attempt.subject();
        permissions.require(caller, attempt.command(), id);
        RoundRow row =
                stores.rounds().lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        PlanRow plan = stores.plans().find(caller.tenant(), row.planId()).orElseThrow();
        requirePost(caller, plan, attempt);
        return row;
    }
}
