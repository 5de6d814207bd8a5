package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.WorkOrdersApi;
import dev.guanjia.server.api.model.WorkOrder;
import dev.guanjia.server.api.model.WorkOrderCreate;
import dev.guanjia.server.api.model.WorkOrderEvent;
import dev.guanjia.server.api.model.WorkOrderEventPage;
import dev.guanjia.server.api.model.WorkOrderImport;
import dev.guanjia.server.api.model.WorkOrderImportCreate;
import dev.guanjia.server.api.model.WorkOrderPage;
import dev.guanjia.server.api.model.WorkOrderTransitionCreate;
import dev.guanjia.server.application.WorkOrderDesk;
import dev.guanjia.server.application.WorkOrderImportDesk;
import dev.guanjia.server.application.WorkOrderReader;
import dev.guanjia.server.application.WorkOrderSteps;
import dev.guanjia.server.application.WorkOrderSteps.Step;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.WorkOrderStore.Filter;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Complaints and repairs. */
@RestController
@RequestMapping("/v1")
class WorkOrderController implements WorkOrdersApi {

    private final CurrentCaller caller;
    private final WorkOrderDesk desk;
    private final WorkOrderSteps steps;
    private final WorkOrderReader reader;
    private final WorkOrderImportDesk imports;
    private final Clock clock;

    WorkOrderController(
            CurrentCaller caller,
            WorkOrderDesk desk,
            WorkOrderSteps steps,
            WorkOrderReader reader,
            WorkOrderImportDesk imports,
            Clock clock) {
        this.caller = caller;
        this.desk = desk;
        this.steps = steps;
        this.reader = reader;
        this.imports = imports;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<WorkOrder> createWorkOrder(String idempotencyKey, WorkOrderCreate body) {
        WorkOrderRow row = desk.create(caller.get(), WorkOrderMapping.draft(body));
        return ResponseEntity.created(Wire.location("work-orders", row.id()))
                .eTag(Version.tag(row.version()))
                .body(WorkOrderMapping.whole(row, clock.instant()));
    }

    @Override
    public ResponseEntity<WorkOrder> getWorkOrder(
            String workOrderId, @Nullable OffsetDateTime asOf) {
        Instant then = asOf == null ? clock.instant() : asOf.toInstant();
        return answer(reader.get(caller.get(), workOrderId), then);
    }

    @Override
    public ResponseEntity<WorkOrderPage> listWorkOrders(
            @Nullable String kind,
            @Nullable String state,
            @Nullable String communityId,
            @Nullable OffsetDateTime receivedFrom,
            @Nullable OffsetDateTime receivedTo,
            Integer limit,
            @Nullable String cursor) {
        Filter filter =
                new Filter(
                        kind,
                        state,
                        communityId,
                        WorkOrderMapping.instant(receivedFrom),
                        WorkOrderMapping.instant(receivedTo));
        PageRequest request = PageRequest.of("work-orders", limit, cursor);
        Instant now = clock.instant();
        Page<WorkOrder> page =
                reader.list(caller.get(), filter, request)
                        .map(row -> WorkOrderMapping.listed(row, now));
        return ResponseEntity.ok(new WorkOrderPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<WorkOrderEventPage> listWorkOrderEvents(
            String workOrderId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("events", limit, cursor);
        Page<WorkOrderEvent> page =
                reader.events(caller.get(), workOrderId, request).map(WorkOrderMapping::event);
        return ResponseEntity.ok(
                new WorkOrderEventPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<WorkOrder> transitionWorkOrder(
            String workOrderId,
            String idempotencyKey,
            String ifMatch,
            WorkOrderTransitionCreate body) {
        Step step =
                new Step(
                        body.getAction(),
                        body.getOccurredAt().toInstant(),
                        body.getAssigneeId(),
                        body.getNote());
        return answer(steps.take(caller.get(), workOrderId, ifMatch, step), clock.instant());
    }

    @Override
    public ResponseEntity<WorkOrderImport> importWorkOrders(
            String idempotencyKey, WorkOrderImportCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        WorkOrderMapping.imported(
                                imports.take(caller.get(), WorkOrderMapping.batch(body)),
                                body.getAsOf().toInstant()));
    }

    private static ResponseEntity<WorkOrder> answer(WorkOrderRow row, Instant asOf) {
        return ResponseEntity.ok()
                .eTag(Version.tag(row.version()))
                .body(WorkOrderMapping.whole(row, asOf));
    }
}
