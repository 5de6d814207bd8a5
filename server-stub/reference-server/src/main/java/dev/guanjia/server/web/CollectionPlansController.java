package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.CollectionPlansApi;
import dev.guanjia.server.api.model.CollectionPlan;
import dev.guanjia.server.api.model.CollectionPlanCreate;
import dev.guanjia.server.api.model.CollectionPlanPage;
import dev.guanjia.server.api.model.CollectionPlanProgress;
import dev.guanjia.server.api.model.CollectionPlanTransitionCreate;
import dev.guanjia.server.api.model.CollectorAssessment;
import dev.guanjia.server.api.model.CollectorAssessmentCreate;
import dev.guanjia.server.api.model.CollectorAssessmentPage;
import dev.guanjia.server.application.Amount;
import dev.guanjia.server.application.CollectionPlanDesk;
import dev.guanjia.server.application.CollectionPlanDesk.Planned;
import dev.guanjia.server.application.CollectorAssessmentDesk;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.CollectorAssessmentStore.AssessmentRow;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The operations on collection plans and the assessments of collectors. */
@RestController
@RequestMapping("/v1")
class CollectionPlansController implements CollectionPlansApi {

    private final CurrentCaller caller;
    private final CollectionPlanDesk plans;
    private final CollectorAssessmentDesk assessments;

    CollectionPlansController(
            CurrentCaller caller, CollectionPlanDesk plans, CollectorAssessmentDesk assessments) {
        this.caller = caller;
        this.plans = plans;
        this.assessments = assessments;
    }

    @Override
    public ResponseEntity<CollectionPlan> createCollectionPlan(
            String idempotencyKey, CollectionPlanCreate body) {
        Planned planned = plans.create(caller.get(), CollectionPlanMapping.draft(body));
        return ResponseEntity.created(Wire.location("collection-plans", planned.row().id()))
                .eTag(Version.tag(planned.row().version()))
                .body(CollectionPlanMapping.plan(planned));
    }

    @Override
    public ResponseEntity<CollectionPlan> getCollectionPlan(String collectionPlanId) {
        return answer(plans.get(caller.get(), collectionPlanId));
    }

    @Override
    public ResponseEntity<CollectionPlanPage> listCollectionPlans(
            @Nullable String communityId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("collection-plans", limit, cursor);
        Page<CollectionPlan> page =
                plans.list(caller.get(), Optional.ofNullable(communityId), request)
                        .map(CollectionPlanMapping::plan);
        return ResponseEntity.ok(
                new CollectionPlanPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<CollectionPlan> transitionCollectionPlan(
            String collectionPlanId,
            String idempotencyKey,
            String ifMatch,
            CollectionPlanTransitionCreate body) {
        CollectionPlanDesk.Step step =
                new CollectionPlanDesk.Step(body.getAction(), body.getTakenOn(), body.getReason());
        return answer(plans.take(caller.get(), collectionPlanId, ifMatch, step));
    }

    @Override
    public ResponseEntity<CollectionPlanProgress> getCollectionPlanProgress(
            String collectionPlanId, @Nullable OffsetDateTime asOf) {
        CollectionPlanDesk.Progress progress =
                plans.progress(caller.get(), collectionPlanId, Optional.ofNullable(asOf));
        return ResponseEntity.ok(CollectionPlanMapping.progress(collectionPlanId, progress));
    }

    @Override
    public ResponseEntity<CollectorAssessment> createCollectorAssessment(
            String idempotencyKey, CollectorAssessmentCreate body) {
        CollectorAssessmentDesk.Draft draft =
                new CollectorAssessmentDesk.Draft(
                        body.getCollectorId(),
                        body.getQuarter(),
                        new Amount(body.getPlanned().getAmount(), body.getPlanned().getCurrency()),
                        body.getAccountsUnclear(),
                        body.getNote());
        AssessmentRow row = assessments.create(caller.get(), draft);
        return ResponseEntity.status(HttpStatus.CREATED).body(assessment(row));
    }

    @Override
    public ResponseEntity<CollectorAssessmentPage> listCollectorAssessments(
            Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("collector-assessments", limit, cursor);
        Page<CollectorAssessment> page =
                assessments.list(caller.get(), request).map(CollectionPlansController::assessment);
        return ResponseEntity.ok(
                new CollectorAssessmentPage(page.items()).nextCursor(page.nextCursor()));
    }

    private static CollectorAssessment assessment(AssessmentRow row) {
        return new CollectorAssessment(
                        row.id(),
                        row.assessment().collector().value(),
                        row.assessment().quarter().toString(),
                        Wire.money(row.assessment().planned()),
                        Wire.money(row.assessment().collected()),
                        row.assessment().accountsUnclear(),
                        row.assessment().grounds().stream().map(Enum::name).toList(),
                        row.assessedBy(),
                        Wire.at(row.recordedAt()))
                .note(row.note());
    }

    private static ResponseEntity<CollectionPlan> answer(Planned planned) {
        return ResponseEntity.ok()
                .eTag(Version.tag(planned.row().version()))
                .body(CollectionPlanMapping.plan(planned));
    }
}
