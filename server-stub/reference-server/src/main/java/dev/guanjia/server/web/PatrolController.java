package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.PatrolsApi;
import dev.guanjia.server.api.model.CheckpointResultCreate;
import dev.guanjia.server.api.model.EndingCreate;
import dev.guanjia.server.api.model.PatrolConformity;
import dev.guanjia.server.api.model.PatrolConformityPage;
import dev.guanjia.server.api.model.PatrolPlan;
import dev.guanjia.server.api.model.PatrolPlanCreate;
import dev.guanjia.server.api.model.PatrolPlanPage;
import dev.guanjia.server.api.model.PatrolRound;
import dev.guanjia.server.api.model.PatrolRoundCreate;
import dev.guanjia.server.api.model.PatrolRoundPage;
import dev.guanjia.server.api.model.PatrolRoundTransitionCreate;
import dev.guanjia.server.api.model.PatrolRoute;
import dev.guanjia.server.api.model.PatrolRouteCreate;
import dev.guanjia.server.api.model.PatrolRoutePage;
import dev.guanjia.server.application.PatrolConformityReader;
import dev.guanjia.server.application.PatrolConformityReader.Query;
import dev.guanjia.server.application.PatrolPlanDesk;
import dev.guanjia.server.application.PatrolRoundDesk;
import dev.guanjia.server.application.PatrolRoundReader;
import dev.guanjia.server.application.PatrolRouteDesk;
import dev.guanjia.server.application.PatrolRouteEndDesk;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.PatrolPlanStore;
import dev.guanjia.server.store.PatrolRoundStore.Filter;
import dev.guanjia.server.store.PatrolRoundStore.RoundRow;
import dev.guanjia.server.store.PatrolRouteStore.RouteRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Patrols: routes, plans, rounds and what was short. */
@RestController
@RequestMapping("/v1")
class PatrolController implements PatrolsApi {

    private final CurrentCaller caller;
    private final PatrolRouteDesk routes;
    private final PatrolRouteEndDesk endings;
    private final PatrolPlanDesk plans;
    private final PatrolRoundDesk rounds;
    private final PatrolRoundReader reader;
    private final PatrolConformityReader conformities;

    PatrolController(
            CurrentCaller caller,
            PatrolRouteDesk routes,
            PatrolRouteEndDesk endings,
            PatrolPlanDesk plans,
            PatrolRoundDesk rounds,
            PatrolRoundReader reader,
            PatrolConformityReader conformities) {
        this.caller = caller;
        this.routes = routes;
        this.endings = endings;
        this.plans = plans;
        this.rounds = rounds;
        this.reader = reader;
        this.conformities = conformities;
    }

    @Override
    public ResponseEntity<PatrolRoutePage> listPatrolRoutes(
            @Nullable String communityId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("patrol-routes", limit, cursor);
        Page<PatrolRoute> page =
                routes.list(caller.get(), communityId, request).map(PatrolMapping::route);
        return ResponseEntity.ok(new PatrolRoutePage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<PatrolRoute> createPatrolRoute(
            String idempotencyKey, PatrolRouteCreate body) {
        RouteRow row = routes.create(caller.get(), PatrolMapping.draft(body));
        return ResponseEntity.created(Wire.location("patrol-routes", row.route().id()))
                .body(PatrolMapping.route(row));
    }

    @Override
    public ResponseEntity<PatrolRoute> getPatrolRoute(String routeId) {
        return ResponseEntity.ok(PatrolMapping.route(routes.get(caller.get(), routeId)));
    }

    @Override
    public ResponseEntity<PatrolRoute> endPatrolRoute(
            String routeId, String idempotencyKey, EndingCreate body) {
        RouteRow row = endings.end(caller.get(), routeId, body.getTo(), body.getReason());
        return ResponseEntity.ok(PatrolMapping.route(row));
    }

    @Override
    public ResponseEntity<PatrolPlanPage> listPatrolPlans(
            @Nullable String communityId,
            @Nullable String shiftId,
            Integer limit,
            @Nullable String cursor) {
        PageRequest request = PageRequest.of("patrol-plans", limit, cursor);
        Page<PatrolPlan> page =
                plans.list(caller.get(), new PatrolPlanStore.Filter(communityId, shiftId), request)
                        .map(PatrolMapping::plan);
        return ResponseEntity.ok(new PatrolPlanPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<PatrolPlan> createPatrolPlan(
            String idempotencyKey, PatrolPlanCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(PatrolMapping.plan(plans.create(caller.get(), PatrolMapping.draft(body))));
    }

    @Override
    public ResponseEntity<PatrolRoundPage> listPatrolRounds(
            @Nullable String communityId,
            @Nullable String routeId,
            @Nullable LocalDate day,
            @Nullable String state,
            @Nullable String walkedBy,
            Integer limit,
            @Nullable String cursor) {
        PageRequest request = PageRequest.of("patrol-rounds", limit, cursor);
        Page<PatrolRound> page =
                reader.list(
                                caller.get(),
                                new Filter(communityId, routeId, day, state, walkedBy),
                                request)
                        .map(PatrolRoundMapping::round);
        return ResponseEntity.ok(new PatrolRoundPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<PatrolRound> startPatrolRound(
            String idempotencyKey, PatrolRoundCreate body) {
        RoundRow row =
                rounds.start(
                        caller.get(),
                        body.getPlanId(),
                        body.getRouteId(),
                        body.getStartedAt().toInstant());
        return ResponseEntity.created(Wire.location("patrol-rounds", row.round().id().value()))
                .body(PatrolRoundMapping.round(reader.show(row)));
    }

    @Override
    public ResponseEntity<PatrolRound> getPatrolRound(
            String roundId, @Nullable OffsetDateTime asOf) {
        return ResponseEntity.ok(
                PatrolRoundMapping.round(reader.get(caller.get(), roundId, instant(asOf))));
    }

    @Override
    public ResponseEntity<PatrolRound> recordCheckpointResult(
            String roundId, String idempotencyKey, CheckpointResultCreate body) {
        RoundRow row =
                rounds.record(
                        caller.get(),
                        roundId,
                        body.getCheckpoint(),
                        PatrolRoundMapping.found(body));
        return ResponseEntity.ok(PatrolRoundMapping.round(reader.show(row)));
    }

    @Override
    public ResponseEntity<PatrolRound> transitionPatrolRound(
            String roundId, String idempotencyKey, PatrolRoundTransitionCreate body) {
        RoundRow row =
                rounds.transition(
                        caller.get(), roundId, body.getAction(), body.getOccurredAt().toInstant());
        return ResponseEntity.ok(PatrolRoundMapping.round(reader.show(row)));
    }

    @Override
    public ResponseEntity<PatrolConformityPage> listPatrolConformities(
            LocalDate day,
            @Nullable String communityId,
            @Nullable String shiftId,
            @Nullable Boolean conform,
            @Nullable OffsetDateTime asOf,
            Integer limit,
            @Nullable String cursor) {
        Query query =
                new Query(
                        day,
                        new PatrolPlanStore.Filter(communityId, shiftId),
                        conform,
                        instant(asOf));
        PageRequest request = PageRequest.of("patrol-conformities", limit, cursor);
        Page<PatrolConformity> page =
                conformities.list(caller.get(), query, request).map(PatrolMapping::conformity);
        return ResponseEntity.ok(
                new PatrolConformityPage(page.items()).nextCursor(page.nextCursor()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
