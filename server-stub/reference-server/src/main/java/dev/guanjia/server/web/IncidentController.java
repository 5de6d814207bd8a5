package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.IncidentsApi;
import dev.guanjia.server.api.model.Drill;
import dev.guanjia.server.api.model.DrillCancellationCreate;
import dev.guanjia.server.api.model.DrillCreate;
import dev.guanjia.server.api.model.DrillMoveCreate;
import dev.guanjia.server.api.model.DrillPage;
import dev.guanjia.server.api.model.DrillResultCreate;
import dev.guanjia.server.api.model.EmergencyPlan;
import dev.guanjia.server.api.model.EmergencyPlanApprovalCreate;
import dev.guanjia.server.api.model.EmergencyPlanPage;
import dev.guanjia.server.api.model.EmergencyPlanRevisionCreate;
import dev.guanjia.server.api.model.Incident;
import dev.guanjia.server.api.model.IncidentCreate;
import dev.guanjia.server.api.model.IncidentPage;
import dev.guanjia.server.api.model.IncidentReportCreate;
import dev.guanjia.server.api.model.IncidentStepCreate;
import dev.guanjia.server.api.model.IncidentTransitionCreate;
import dev.guanjia.server.api.model.IncidentWorkOrder;
import dev.guanjia.server.api.model.IncidentWorkOrderCreate;
import dev.guanjia.server.api.model.ZeroGoal;
import dev.guanjia.server.api.model.ZeroGoalPage;
import dev.guanjia.server.application.DrillDesk;
import dev.guanjia.server.application.EmergencyPlanDesk;
import dev.guanjia.server.application.IncidentDesk;
import dev.guanjia.server.application.IncidentOrderDesk;
import dev.guanjia.server.application.IncidentOrderDesk.Draft;
import dev.guanjia.server.application.IncidentReader;
import dev.guanjia.server.application.IncidentReader.Asked;
import dev.guanjia.server.application.IncidentReader.Range;
import dev.guanjia.server.application.IncidentReader.Shown;
import dev.guanjia.server.application.IncidentReportDesk;
import dev.guanjia.server.application.PlanDesk.Seen;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.DrillStore;
import dev.guanjia.server.store.DrillStore.DrillRow;
import dev.guanjia.server.store.IncidentStore.IncidentRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Emergency plans, incidents, drills and the goals of zero. */
@RestController
@RequestMapping("/v1")
class IncidentController implements IncidentsApi {

    private final CurrentCaller caller;
    private final EmergencyPlanDesk plans;
    private final IncidentDesk desk;
    private final IncidentReader reader;
    private final IncidentReportDesk reports;
    private final IncidentOrderDesk orders;
    private final DrillDesk drills;

    IncidentController(
            CurrentCaller caller,
            EmergencyPlanDesk plans,
            IncidentDesk desk,
            IncidentReader reader,
            IncidentReportDesk reports,
            IncidentOrderDesk orders,
            DrillDesk drills) {
        this.caller = caller;
        this.plans = plans;
        this.desk = desk;
        this.reader = reader;
        this.reports = reports;
        this.orders = orders;
        this.drills = drills;
    }

    @Override
    public ResponseEntity<EmergencyPlanPage> listEmergencyPlans(
            Integer limit, @Nullable String cursor) {
        Page<EmergencyPlan> page =
                plans.list(caller.get(), PageRequest.of("emergency-plans", limit, cursor))
                        .map(EmergencyMapping::plan);
        return ResponseEntity.ok(new EmergencyPlanPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<EmergencyPlan> getEmergencyPlan(String emergencyKind) {
        return answer(plans.get(caller.get(), emergencyKind));
    }

    @Override
    public ResponseEntity<EmergencyPlan> approveEmergencyPlan(
            String emergencyKind,
            String idempotencyKey,
            String ifMatch,
            EmergencyPlanApprovalCreate body) {
        Seen seen = new Seen(emergencyKind, ifMatch);
        return answer(plans.approve(caller.get(), seen, body.getActedAt().toInstant()));
    }

    @Override
    public ResponseEntity<EmergencyPlan> reviseEmergencyPlan(
            String emergencyKind,
            String idempotencyKey,
            String ifMatch,
            EmergencyPlanRevisionCreate body) {
        Seen seen = new Seen(emergencyKind, ifMatch);
        return answer(plans.revise(caller.get(), seen, EmergencyMapping.revision(body)));
    }

    private static ResponseEntity<EmergencyPlan> answer(EmergencyPlanDesk.Shown shown) {
        return ResponseEntity.ok()
                .eTag(Version.tag(shown.row().version()))
                .body(EmergencyMapping.plan(shown));
    }

    @Override
    public ResponseEntity<IncidentPage> listIncidents(
            @Nullable String communityId,
            @Nullable String kind,
            @Nullable String state,
            @Nullable OffsetDateTime reportedFrom,
            @Nullable OffsetDateTime reportedTo,
            @Nullable String notice,
            @Nullable String told,
            Integer limit,
            @Nullable String cursor) {
        Asked asked =
                new Asked(
                        communityId,
                        kind,
                        state,
                        instant(reportedFrom),
                        instant(reportedTo),
                        notice,
                        told);
        Page<Incident> page =
                reader.list(caller.get(), asked, PageRequest.of("incidents", limit, cursor))
                        .map(IncidentMapping::incident);
        return ResponseEntity.ok(new IncidentPage(page.items()).nextCursor(page.nextCursor()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    @Override
    public ResponseEntity<Incident> reportIncident(String idempotencyKey, IncidentCreate body) {
        IncidentRow row = desk.report(caller.get(), IncidentMapping.draft(body));
        return ResponseEntity.created(Wire.location("incidents", row.id()))
                .eTag(Version.tag(row.version()))
                .body(IncidentMapping.incident(reader.show(caller.get(), row)));
    }

    @Override
    public ResponseEntity<Incident> getIncident(String incidentId) {
        return answer(reader.get(caller.get(), incidentId));
    }

    @Override
    public ResponseEntity<Incident> transitionIncident(
            String incidentId,
            String idempotencyKey,
            String ifMatch,
            IncidentTransitionCreate body) {
        Seen seen = new Seen(incidentId, ifMatch);
        return answer(desk.transition(caller.get(), seen, IncidentMapping.step(body)));
    }

    @Override
    public ResponseEntity<Incident> tickIncidentStep(
            String incidentId, String idempotencyKey, String ifMatch, IncidentStepCreate body) {
        Seen seen = new Seen(incidentId, ifMatch);
        return answer(desk.tick(caller.get(), seen, IncidentMapping.tick(body)));
    }

    @Override
    public ResponseEntity<Incident> fileIncidentReport(
            String incidentId, String idempotencyKey, String ifMatch, IncidentReportCreate body) {
        Seen seen = new Seen(incidentId, ifMatch);
        return answer(reports.file(caller.get(), seen, IncidentMapping.draft(body)));
    }

    @Override
    public ResponseEntity<IncidentWorkOrder> openIncidentWorkOrder(
            String incidentId, String idempotencyKey, IncidentWorkOrderCreate body) {
        Draft draft = new Draft(body.getKind(), body.getTitle(), body.getDescription());
        String order = orders.open(caller.get(), incidentId, draft);
        return ResponseEntity.created(Wire.location("work-orders", order))
                .body(new IncidentWorkOrder(incidentId, order));
    }

    private ResponseEntity<Incident> answer(IncidentRow row) {
        return answer(reader.show(caller.get(), row));
    }

    private static ResponseEntity<Incident> answer(Shown shown) {
        return ResponseEntity.ok()
                .eTag(Version.tag(shown.row().version()))
                .body(IncidentMapping.incident(shown));
    }

    @Override
    public ResponseEntity<DrillPage> listDrills(
            @Nullable String communityId,
            @Nullable String kind,
            @Nullable String state,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Integer limit,
            @Nullable String cursor) {
        DrillStore.Filter filter = new DrillStore.Filter(communityId, kind, state, from, to);
        Page<Drill> page =
                drills.list(caller.get(), filter, PageRequest.of("drills", limit, cursor))
                        .map(EmergencyMapping::drill);
        return ResponseEntity.ok(new DrillPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<Drill> planDrill(String idempotencyKey, DrillCreate body) {
        DrillRow row =
                drills.plan(
                        caller.get(), body.getKind(), body.getCommunityId(), body.getPlannedOn());
        return ResponseEntity.created(Wire.location("drills", row.drill().id()))
                .body(EmergencyMapping.drill(row));
    }

    @Override
    public ResponseEntity<Drill> getDrill(String drillId) {
        return ResponseEntity.ok(EmergencyMapping.drill(drills.get(caller.get(), drillId)));
    }

    @Override
    public ResponseEntity<Drill> holdDrill(
            String drillId, String idempotencyKey, DrillResultCreate body) {
        return ResponseEntity.ok(
                EmergencyMapping.drill(
                        drills.hold(caller.get(), drillId, EmergencyMapping.result(body))));
    }

    @Override
    public ResponseEntity<Drill> moveDrill(
            String drillId, String idempotencyKey, DrillMoveCreate body) {
        return ResponseEntity.ok(
                EmergencyMapping.drill(
                        drills.move(caller.get(), drillId, body.getPlannedOn(), body.getReason())));
    }

    @Override
    public ResponseEntity<Drill> cancelDrill(
            String drillId, String idempotencyKey, DrillCancellationCreate body) {
        return ResponseEntity.ok(
                EmergencyMapping.drill(drills.cancel(caller.get(), drillId, body.getReason())));
    }

    @Override
    public ResponseEntity<ZeroGoalPage> listZeroGoals(
            LocalDate from,
            LocalDate to,
            @Nullable String communityId,
            Integer limit,
            @Nullable String cursor) {
        Page<ZeroGoal> page =
                reader.goals(
                                caller.get(),
                                new Range(from, to, communityId),
                                PageRequest.of("zero-goals", limit, cursor))
                        .map(IncidentMapping::goal);
        return ResponseEntity.ok(new ZeroGoalPage(page.items()).nextCursor(page.nextCursor()));
    }
}
