package dev.guanjia.server.web;

import dev.guanjia.calendar.DueTime;
import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.server.api.model.DueStep;
import dev.guanjia.server.api.model.DueUnknown;
import dev.guanjia.server.api.model.WorkOrder;
import dev.guanjia.server.api.model.WorkOrderCreate;
import dev.guanjia.server.api.model.WorkOrderDue;
import dev.guanjia.server.api.model.WorkOrderEvent;
import dev.guanjia.server.api.model.WorkOrderImport;
import dev.guanjia.server.api.model.WorkOrderImportCreate;
import dev.guanjia.server.api.model.WorkOrderImportItem;
import dev.guanjia.server.api.model.WorkOrderImportRow;
import dev.guanjia.server.api.model.WorkOrderRequester;
import dev.guanjia.server.api.model.WorkOrderRuling;
import dev.guanjia.server.application.Told;
import dev.guanjia.server.application.Told.Classed;
import dev.guanjia.server.application.Told.Place;
import dev.guanjia.server.application.Told.Reached;
import dev.guanjia.server.application.Told.Who;
import dev.guanjia.server.application.Told.Words;
import dev.guanjia.server.application.WorkOrderImportDesk.Batch;
import dev.guanjia.server.application.WorkOrderImportDesk.Past;
import dev.guanjia.server.application.WorkOrderImportDesk.Taken;
import dev.guanjia.server.application.WorkOrderReader.Shown;
import dev.guanjia.server.store.WorkOrderEventStore.EventRow;
import dev.guanjia.server.store.WorkOrderEventStore.Judged;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.Handling;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.Link;
import dev.guanjia.workorder.Requester;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.level.ServiceLevelId;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Work orders on the wire. */
final class WorkOrderMapping {

    private WorkOrderMapping() {}

    static Told told(WorkOrderCreate body) {
        return new Told(
                body.getKind(),
                new Place(
                        body.getCommunityId(),
                        body.getUnitId(),
                        body.getBuildingId(),
                        body.getArea()),
                new Words(body.getTitle(), body.getDescription()),
                new Classed(body.getSeverity(), body.getPlaceKind(), needs(body)),
                new Reached(
                        body.getChannel(),
                        body.getReceivedAt().toInstant(),
                        null,
                        who(body.getRequester())),
                instant(body.getDueAt()));
    }

    private static List<String> needs(WorkOrderCreate body) {
        List<String> needs = body.getNeeds();
        return needs == null ? List.of() : needs;
    }

    static @Nullable Who who(@Nullable WorkOrderRequester requester) {
        return requester == null
                ? null
                : new Who(
                        requester.getCustomerClass(),
                        requester.getContact(),
                        requester.getName(),
                        requester.getPhone());
    }

    static Batch batch(WorkOrderImportCreate body) {
        return new Batch(
                body.getKind(),
                body.getCommunityId(),
                body.getAsOf().toInstant(),
                body.getRows().stream().map(WorkOrderMapping::past).toList());
    }

    private static Past past(WorkOrderImportRow row) {
        return new Past(
                row.getSourceReference(),
                row.getTitle(),
                row.getChannel(),
                row.getReceivedAt().toInstant(),
                instant(row.getDueAt()),
                instant(row.getResolvedAt()),
                row.getClosure());
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /** In a list: without the steps of the due time. */
    static WorkOrder listed(WorkOrderRow row, Instant asOf) {
        dev.guanjia.workorder.WorkOrder order = row.order();
        Intake intake = order.intake();
        Handling handling = order.handling();
        return new WorkOrder(
                        row.id(),
                        intake.kind().name(),
                        intake.community().value(),
                        intake.title(),
                        intake.reception().channel(),
                        Wire.at(intake.reception().receivedAt()),
                        intake.triage().severity().name(),
                        intake.triage().place().name(),
                        order.state().name(),
                        handling.outcome().name(),
                        handling.callBacks(),
                        due(order.due()),
                        order.timeliness(asOf).name(),
                        order.isExcludedFromRates(),
                        Wire.at(row.recordedAt()))
                .needs(intake.needs().stream().map(QualificationKey::value).toList())
                .unitId(intake.unit() == null ? null : intake.unit().value())
                .buildingId(
                        intake.site().building() == null ? null : intake.site().building().value())
                .area(intake.site().area())
                .description(intake.description())
                .requester(requester(intake.reception().requester()))
                .parentId(row.parentId())
                .equipmentId(row.equipmentId())
                .sourceReference(intake.reception().sourceReference())
                .assigneeId(handling.assignee() == null ? null : handling.assignee().value())
                .resolvedAt(handling.resolvedAt().map(Wire::at).orElse(null));
    }

    static @Nullable WorkOrderRequester requester(@Nullable Requester who) {
        return who == null
                ? null
                : new WorkOrderRequester(who.as().name())
                        .contact(who.contact())
                        .name(who.name())
                        .phone(who.phone());
    }

    /** By itself: with its parts, and with the steps of the due time, if there are any. */
    static WorkOrder whole(Shown shown, Instant asOf) {
        WorkOrder order = listed(shown.row(), asOf).childIds(shown.children());
        shown.ruling().ifPresent(row -> order.ruling(ruling(row)));
        shown.targets(Link.Kind.REQUEST).forEach(order::requestId);
        order.billLineIds(shown.targets(Link.Kind.BILL_LINE));
        order.stockIssues(shown.targets(Link.Kind.STOCK_ISSUE));
        List<DueTime.Step> steps = shown.row().order().due().steps();
        if (!steps.isEmpty()) {
            order.getDue().steps(steps.stream().map(WorkOrderMapping::step).toList());
        }
        return order;
    }

    /** Who rules approves; the lifecycle names the post. */
    private static WorkOrderRuling ruling(EventRow row) {
        return new WorkOrderRuling(
                        !row.change().action().equals(WorkOrderAction.REJECT.name()),
                        row.author().staffId(),
                        row.author().post(),
                        Wire.at(row.occurredAt()))
                .reason(row.change().note());
    }

    private static WorkOrderDue due(Due due) {
        return new WorkOrderDue(due.origin().name())
                .dueAt(due.dueAt().map(Wire::at).orElse(null))
                .pausedSince(due instanceof Due.Paused still ? Wire.at(still.since()) : null)
                .unknown(due instanceof Due.Unknown lost ? unknown(lost) : null)
                .serviceLevelId(due.serviceLevel().map(ServiceLevelId::value).orElse(null));
    }

    static DueUnknown unknown(Due.Unknown due) {
        return new DueUnknown(
                due.reason().code().key(), due.reason().facts(), Wire.at(due.after()));
    }

    private static DueStep step(DueTime.Step step) {
        return new DueStep(Wire.at(step.from()), Wire.at(step.to()), step.reason().name());
    }

    static WorkOrderEvent event(EventRow row) {
        Judged judged = row.change().severity();
        return new WorkOrderEvent(
                        row.id(),
                        row.orderId(),
                        row.change().action(),
                        row.change().to(),
                        Wire.at(row.occurredAt()),
                        row.author().staffId(),
                        row.author().post(),
                        Wire.at(row.recordedAt()))
                .from(row.change().from())
                .assigneeId(row.change().assignee())
                .severity(judged == null ? null : judged.to())
                .note(row.change().note());
    }

    static WorkOrderImport imported(List<Taken> orders, Instant asOf) {
        return new WorkOrderImport(orders.stream().map(taken -> item(taken, asOf)).toList());
    }

    private static WorkOrderImportItem item(Taken taken, Instant asOf) {
        dev.guanjia.workorder.WorkOrder order = taken.order();
        return new WorkOrderImportItem(
                        order.intake().reception().sourceReference(),
                        order.id().value(),
                        taken.stateThen().name(),
                        order.timeliness(asOf).name(),
                        order.isExcludedFromRates())
                .requestId(taken.requestId());
    }
}
