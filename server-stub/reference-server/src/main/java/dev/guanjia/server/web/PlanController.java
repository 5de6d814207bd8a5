package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.PlansApi;
import dev.guanjia.server.api.model.Plan;
import dev.guanjia.server.api.model.PlanCreate;
import dev.guanjia.server.api.model.PlanPage;
import dev.guanjia.server.api.model.PlanRevisionCreate;
import dev.guanjia.server.api.model.PlanSummary;
import dev.guanjia.server.api.model.PlanSummingUpCreate;
import dev.guanjia.server.api.model.PlanTransitionCreate;
import dev.guanjia.server.application.PlanDesk;
import dev.guanjia.server.application.PlanDesk.Seen;
import dev.guanjia.server.application.PlanDesk.Step;
import dev.guanjia.server.application.PlanReader;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.PlanStore.Filter;
import dev.guanjia.server.store.PlanStore.PlanRow;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What departments and the company set out to do, and what became of it. */
@RestController
@RequestMapping("/v1")
class PlanController implements PlansApi {

    private final CurrentCaller caller;
    private final PlanDesk desk;
    private final PlanReader reader;

    PlanController(CurrentCaller caller, PlanDesk desk, PlanReader reader) {
        this.caller = caller;
        this.desk = desk;
        this.reader = reader;
    }

    @Override
    public ResponseEntity<PlanPage> listPlans(
            @Nullable String kind,
            @Nullable String department,
            @Nullable String period,
            @Nullable String state,
            Integer limit,
            @Nullable String cursor) {
        Page<Plan> page =
                reader.list(
                                caller.get(),
                                new Filter(kind, department, period, state),
                                PageRequest.of("plans", limit, cursor))
                        .map(PlanMapping::plan);
        return ResponseEntity.ok(new PlanPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<Plan> createPlan(String idempotencyKey, PlanCreate body) {
        PlanRow row = desk.create(caller.get(), PlanMapping.draft(body));
        String id = row.plan().head().id().value();
        return ResponseEntity.created(Wire.location("plans", id))
                .eTag(Version.tag(row.version()))
                .body(PlanMapping.plan(row));
    }

    @Override
    public ResponseEntity<Plan> getPlan(String planId) {
        return answer(reader.get(caller.get(), planId));
    }

    @Override
    public ResponseEntity<Plan> revisePlan(
            String planId, String idempotencyKey, String ifMatch, PlanRevisionCreate body) {
        return answer(
                desk.revise(
                        caller.get(),
                        new Seen(planId, ifMatch),
                        body.getActedAt().toInstant(),
                        PlanMapping.items(body.getItems())));
    }

    @Override
    public ResponseEntity<Plan> transitionPlan(
            String planId, String idempotencyKey, String ifMatch, PlanTransitionCreate body) {
        Step step = new Step(body.getAction(), body.getActedAt().toInstant(), body.getNote());
        return answer(desk.transition(caller.get(), new Seen(planId, ifMatch), step));
    }

    @Override
    public ResponseEntity<Plan> sumUpPlan(
            String planId, String idempotencyKey, String ifMatch, PlanSummingUpCreate body) {
        return answer(
                desk.sumUp(
                        caller.get(),
                        new Seen(planId, ifMatch),
                        body.getActedAt().toInstant(),
                        PlanMapping.results(body.getResults())));
    }

    @Override
    public ResponseEntity<PlanSummary> getPlanSummary(String planId) {
        return ResponseEntity.ok(PlanMapping.summary(reader.summary(caller.get(), planId)));
    }

    private static ResponseEntity<Plan> answer(PlanRow row) {
        return ResponseEntity.ok().eTag(Version.tag(row.version())).body(PlanMapping.plan(row));
    }
}
