package dev.guanjia.server.web;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.MaintenanceApi;
import dev.guanjia.server.api.model.MaintenanceMonth;
import dev.guanjia.server.api.model.MaintenanceMonthPage;
import dev.guanjia.server.api.model.MaintenanceOrderBatch;
import dev.guanjia.server.api.model.MaintenanceOrderBatchCreate;
import dev.guanjia.server.api.model.MaintenancePerformanceCreate;
import dev.guanjia.server.api.model.MaintenancePlan;
import dev.guanjia.server.api.model.MaintenancePlanCreate;
import dev.guanjia.server.api.model.MaintenancePlanPage;
import dev.guanjia.server.api.model.MaintenanceReschedulingCreate;
import dev.guanjia.server.api.model.MaintenanceStandard;
import dev.guanjia.server.api.model.MaintenanceStandardCreate;
import dev.guanjia.server.api.model.MaintenanceStandardPage;
import dev.guanjia.server.api.model.MaintenanceTask;
import dev.guanjia.server.api.model.MaintenanceTaskPage;
import dev.guanjia.server.api.model.MaintenanceVerificationCreate;
import dev.guanjia.server.application.CompanyDays;
import dev.guanjia.server.application.MaintenanceOrderDesk;
import dev.guanjia.server.application.MaintenancePlanDesk;
import dev.guanjia.server.application.MaintenancePlanDesk.Shown;
import dev.guanjia.server.application.MaintenanceStandardDesk;
import dev.guanjia.server.application.MaintenanceTaskDesk;
import dev.guanjia.server.application.PlanDesk.Seen;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.MaintenanceTaskStore.Filter;
import dev.guanjia.server.store.MaintenanceTaskStore.Pieces;
import dev.guanjia.server.store.MaintenanceTaskStore.TaskRow;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the upkeep of equipment needs, when it is due, and what was done. */
@RestController
@RequestMapping("/v1")
class MaintenanceController implements MaintenanceApi {

    private final CurrentCaller caller;
    private final CompanyDays days;
    private final MaintenanceStandardDesk standards;
    private final MaintenancePlanDesk plans;
    private final MaintenanceTaskDesk tasks;
    private final MaintenanceOrderDesk orders;

    MaintenanceController(
            CurrentCaller caller,
            CompanyDays days,
            MaintenanceStandardDesk standards,
            MaintenancePlanDesk plans,
            MaintenanceTaskDesk tasks,
            MaintenanceOrderDesk orders) {
        this.caller = caller;
        this.days = days;
        this.standards = standards;
        this.plans = plans;
        this.tasks = tasks;
        this.orders = orders;
    }

    @Override
    public ResponseEntity<MaintenanceStandardPage> listMaintenanceStandards(
            @Nullable String equipmentClass,
            @Nullable OffsetDateTime asOf,
            Integer limit,
            @Nullable String cursor) {
        LocalDate day = asOf == null ? null : days.day(Optional.of(asOf));
        Page<MaintenanceStandard> page =
                standards
                        .list(
                                caller.get(),
                                equipmentClass,
                                day,
                                PageRequest.of("maintenance-standards", limit, cursor))
                        .map(MaintenanceMapping::standard);
        return ResponseEntity.ok(
                new MaintenanceStandardPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<MaintenanceStandard> setMaintenanceStandard(
            String idempotencyKey, MaintenanceStandardCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        MaintenanceMapping.standard(
                                standards.set(caller.get(), MaintenanceMapping.draft(body))));
    }

    @Override
    public ResponseEntity<MaintenancePlanPage> listMaintenancePlans(
            @Nullable String communityId, Integer limit, @Nullable String cursor) {
        Page<MaintenancePlan> page =
                plans.list(
                                caller.get(),
                                communityId,
                                PageRequest.of("maintenance-plans", limit, cursor))
                        .map(MaintenanceMapping::plan);
        return ResponseEntity.ok(
                new MaintenancePlanPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<MaintenancePlan> makeMaintenancePlan(
            String idempotencyKey, MaintenancePlanCreate body) {
        Shown made = plans.make(caller.get(), body.getCommunityId(), body.getYear());
        return ResponseEntity.created(Wire.location("maintenance-plans", made.row().id()))
                .body(MaintenanceMapping.plan(made));
    }

    @Override
    public ResponseEntity<MaintenancePlan> getMaintenancePlan(String maintenancePlanId) {
        return ResponseEntity.ok(
                MaintenanceMapping.plan(plans.get(caller.get(), maintenancePlanId)));
    }

    @Override
    public ResponseEntity<MaintenanceMonthPage> listMaintenanceMonths(
            String maintenancePlanId, Integer limit, @Nullable String cursor) {
        Page<MaintenanceMonth> page =
                plans.months(
                                caller.get(),
                                maintenancePlanId,
                                PageRequest.of("maintenance-months", limit, cursor))
                        .map(MaintenanceMapping::month);
        return ResponseEntity.ok(
                new MaintenanceMonthPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<MaintenanceTaskPage> listMaintenanceTasks(
            @Nullable String planId,
            @Nullable String communityId,
            @Nullable String equipmentId,
            @Nullable String period,
            @Nullable String state,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String equipmentClass,
            Integer limit,
            @Nullable String cursor) {
        Pieces pieces = new Pieces(equipmentId, equipmentClass);
        DateRange month = period == null ? null : DateRange.of(YearMonth.parse(period));
        Filter filter = new Filter(planId, communityId, pieces, state, month, from, to);
        Page<MaintenanceTask> page =
                tasks.list(caller.get(), filter, PageRequest.of("maintenance-tasks", limit, cursor))
                        .map(MaintenanceMapping::task);
        return ResponseEntity.ok(
                new MaintenanceTaskPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<MaintenanceTask> getMaintenanceTask(String maintenanceTaskId) {
        return answer(tasks.get(caller.get(), maintenanceTaskId));
    }

    @Override
    public ResponseEntity<MaintenanceTask> rescheduleMaintenanceTask(
            String maintenanceTaskId,
            String idempotencyKey,
            String ifMatch,
            MaintenanceReschedulingCreate body) {
        Seen seen = new Seen(maintenanceTaskId, ifMatch);
        return answer(tasks.reschedule(caller.get(), seen, body.getDueOn(), body.getReason()));
    }

    @Override
    public ResponseEntity<MaintenanceTask> performMaintenanceTask(
            String maintenanceTaskId,
            String idempotencyKey,
            String ifMatch,
            MaintenancePerformanceCreate body) {
        Seen seen = new Seen(maintenanceTaskId, ifMatch);
        return answer(tasks.perform(caller.get(), seen, body.getPerformedOn(), body.getEvidence()));
    }

    @Override
    public ResponseEntity<MaintenanceTask> verifyMaintenanceTask(
            String maintenanceTaskId,
            String idempotencyKey,
            String ifMatch,
            MaintenanceVerificationCreate body) {
        Seen seen = new Seen(maintenanceTaskId, ifMatch);
        return answer(tasks.verify(caller.get(), seen, body.getVerifiedOn(), body.getFinding()));
    }

    private static ResponseEntity<MaintenanceTask> answer(TaskRow row) {
        return ResponseEntity.ok()
                .eTag(Version.tag(row.version()))
                .body(MaintenanceMapping.task(row));
    }

    @Override
    public ResponseEntity<MaintenanceOrderBatch> openMaintenanceOrders(
            String idempotencyKey, MaintenanceOrderBatchCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        MaintenanceMapping.batch(
                                body.getCommunityId(),
                                orders.open(caller.get(), body.getCommunityId())));
    }
}
