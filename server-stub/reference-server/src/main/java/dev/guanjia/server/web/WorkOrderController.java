package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.WorkOrdersApi;
import dev.guanjia.server.api.model.WorkOrder;
import dev.guanjia.server.api.model.WorkOrderAttachment;
import dev.guanjia.server.api.model.WorkOrderAttachmentCreate;
import dev.guanjia.server.api.model.WorkOrderAttachmentPage;
import dev.guanjia.server.api.model.WorkOrderBoard;
import dev.guanjia.server.api.model.WorkOrderComment;
import dev.guanjia.server.api.model.WorkOrderCommentCreate;
import dev.guanjia.server.api.model.WorkOrderCommentPage;
import dev.guanjia.server.api.model.WorkOrderCreate;
import dev.guanjia.server.api.model.WorkOrderEquipmentCreate;
import dev.guanjia.server.api.model.WorkOrderEvent;
import dev.guanjia.server.api.model.WorkOrderEventPage;
import dev.guanjia.server.api.model.WorkOrderFileResult;
import dev.guanjia.server.api.model.WorkOrderImport;
import dev.guanjia.server.api.model.WorkOrderImportCreate;
import dev.guanjia.server.api.model.WorkOrderKindPage;
import dev.guanjia.server.api.model.WorkOrderKindRow;
import dev.guanjia.server.api.model.WorkOrderLink;
import dev.guanjia.server.api.model.WorkOrderLinkCreate;
import dev.guanjia.server.api.model.WorkOrderLinkPage;
import dev.guanjia.server.api.model.WorkOrderPage;
import dev.guanjia.server.api.model.WorkOrderTransitionCreate;
import dev.guanjia.server.application.EquipmentOrderDesk;
import dev.guanjia.server.application.PlanDesk.Seen;
import dev.guanjia.server.application.WorkOrderDesk;
import dev.guanjia.server.application.WorkOrderFileDesk;
import dev.guanjia.server.application.WorkOrderImportDesk;
import dev.guanjia.server.application.WorkOrderNotes;
import dev.guanjia.server.application.WorkOrderReader;
import dev.guanjia.server.application.WorkOrderReader.Shown;
import dev.guanjia.server.application.WorkOrderSteps;
import dev.guanjia.server.application.WorkOrderSteps.Step;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.WorkOrderLinkStore;
import dev.guanjia.server.store.WorkOrderListStore.Filter;
import dev.guanjia.server.store.WorkOrderListStore.Place;
import dev.guanjia.server.store.WorkOrderListStore.Window;
import dev.guanjia.server.store.WorkOrderNoteStore.Remark;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Work orders of every kind. */
@RestController
@RequestMapping("/v1")
class WorkOrderController implements WorkOrdersApi {

    private final CurrentCaller caller;
    private final WorkOrderDesk desk;
    private final WorkOrderSteps steps;
    private final WorkOrderReader reader;
    private final WorkOrderImportDesk imports;
    private final WorkOrderFileDesk files;
    private final WorkOrderNotes notes;
    private final EquipmentOrderDesk equipment;
    private final Clock clock;

    WorkOrderController(
            CurrentCaller caller,
            WorkOrderDesk desk,
            WorkOrderSteps steps,
            WorkOrderReader reader,
            WorkOrderImportDesk imports,
            WorkOrderFileDesk files,
            WorkOrderNotes notes,
            EquipmentOrderDesk equipment,
            Clock clock) {
        this.caller = caller;
        this.desk = desk;
        this.steps = steps;
        this.reader = reader;
        this.imports = imports;
        this.files = files;
        this.notes = notes;
        this.equipment = equipment;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<WorkOrder> createWorkOrder(String idempotencyKey, WorkOrderCreate body) {
        WorkOrderRow row =
                desk.create(
                        caller.get(),
                        WorkOrderMapping.told(body),
                        new WorkOrderDesk.Ties(body.getParentId(), body.getEquipmentId()));
        return ResponseEntity.created(Wire.location("work-orders", row.id()))
                .eTag(Version.tag(row.version()))
                .body(WorkOrderMapping.whole(reader.show(caller.get(), row), clock.instant()));
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
            @Nullable String unitId,
            @Nullable String placeKind,
            @Nullable String severity,
            @Nullable String assigneeId,
            @Nullable String equipmentId,
            @Nullable OffsetDateTime receivedFrom,
            @Nullable OffsetDateTime receivedTo,
            @Nullable OffsetDateTime dueFrom,
            @Nullable OffsetDateTime dueTo,
            @Nullable String sort,
            @Nullable String buildingId,
            Integer limit,
            @Nullable String cursor) {
        Filter filter =
                new Filter(
                        kind,
                        state,
                        new Place(communityId, buildingId, unitId, placeKind, equipmentId),
                        severity,
                        assigneeId,
                        window(receivedFrom, receivedTo),
                        window(dueFrom, dueTo));
        // a cursor leads on in the order that it was made in
        String list = sort == null ? "work-orders" : "work-orders by " + sort;
        PageRequest request = PageRequest.of(list, limit, cursor);
        Instant now = clock.instant();
        Page<WorkOrder> page =
                reader.list(caller.get(), filter, sort, request)
                        .map(row -> WorkOrderMapping.listed(row, now));
        return ResponseEntity.ok(new WorkOrderPage(page.items()).nextCursor(page.nextCursor()));
    }

    private static Window window(@Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {
        return new Window(WorkOrderMapping.instant(from), WorkOrderMapping.instant(to));
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
        WorkOrderRow after = steps.take(caller.get(), workOrderId, ifMatch, step);
        return answer(reader.show(caller.get(), after), clock.instant());
    }

    @Override
    public ResponseEntity<WorkOrder> nameWorkOrderEquipment(
            String workOrderId,
            String idempotencyKey,
            String ifMatch,
            WorkOrderEquipmentCreate body) {
        WorkOrderRow after =
                equipment.name(caller.get(), new Seen(workOrderId, ifMatch), body.getEquipmentId());
        return answer(reader.show(caller.get(), after), clock.instant());
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

    @Override
    public ResponseEntity<WorkOrderFileResult> importWorkOrderFile(
            String idempotencyKey, String body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(WorkOrderNoteMapping.file(files.take(caller.get(), body)));
    }

    @Override
    public ResponseEntity<WorkOrderBoard> getWorkOrderBoard(@Nullable String communityId) {
        Instant now = clock.instant();
        return ResponseEntity.ok(
                WorkOrderNoteMapping.board(reader.board(caller.get(), communityId, now), now));
    }

    @Override
    public ResponseEntity<WorkOrderKindPage> listWorkOrderKinds(
            Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("work-order-kinds", limit, cursor);
        Page<WorkOrderKindRow> page =
                reader.kinds(caller.get(), request).map(WorkOrderNoteMapping::kind);
        return ResponseEntity.ok(new WorkOrderKindPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<WorkOrderComment> createWorkOrderComment(
            String workOrderId, String idempotencyKey, WorkOrderCommentCreate body) {
        Remark remark =
                new Remark(body.getText(), Boolean.TRUE.equals(body.getVisibleToCustomer()));
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(WorkOrderNoteMapping.comment(notes.say(caller.get(), workOrderId, remark)));
    }

    @Override
    public ResponseEntity<WorkOrderCommentPage> listWorkOrderComments(
            String workOrderId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("comments", limit, cursor);
        Page<WorkOrderComment> page =
                reader.remarks(caller.get(), workOrderId, request)
                        .map(WorkOrderNoteMapping::comment);
        return ResponseEntity.ok(
                new WorkOrderCommentPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<WorkOrderAttachment> createWorkOrderAttachment(
            String workOrderId, String idempotencyKey, WorkOrderAttachmentCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        WorkOrderNoteMapping.attachment(
                                notes.file(
                                        caller.get(),
                                        workOrderId,
                                        WorkOrderNoteMapping.file(body))));
    }

    @Override
    public ResponseEntity<WorkOrderAttachmentPage> listWorkOrderAttachments(
            String workOrderId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("attachments", limit, cursor);
        Page<WorkOrderAttachment> page =
                reader.files(caller.get(), workOrderId, request)
                        .map(WorkOrderNoteMapping::attachment);
        return ResponseEntity.ok(
                new WorkOrderAttachmentPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<WorkOrderLink> createWorkOrderLink(
            String workOrderId, String idempotencyKey, WorkOrderLinkCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        WorkOrderNoteMapping.link(
                                notes.bind(
                                        caller.get(),
                                        workOrderId,
                                        body.getKind(),
                                        body.getTarget())));
    }

    @Override
    public ResponseEntity<WorkOrderLinkPage> listWorkOrderLinks(
            @Nullable String workOrderId,
            @Nullable String kind,
            @Nullable String target,
            Integer limit,
            @Nullable String cursor) {
        PageRequest request = PageRequest.of("work-order-links", limit, cursor);
        WorkOrderLinkStore.Filter filter = new WorkOrderLinkStore.Filter(workOrderId, kind, target);
        Page<WorkOrderLink> page =
                reader.links(caller.get(), filter, request).map(WorkOrderNoteMapping::link);
        return ResponseEntity.ok(new WorkOrderLinkPage(page.items()).nextCursor(page.nextCursor()));
    }

    private static ResponseEntity<WorkOrder> answer(Shown shown, Instant asOf) {
        return ResponseEntity.ok()
                .eTag(Version.tag(shown.row().version()))
                .body(WorkOrderMapping.whole(shown, asOf));
    }
}
