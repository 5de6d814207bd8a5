package dev.guanjia.server.web;

import dev.guanjia.server.api.model.CallLogEntry;
import dev.guanjia.server.api.model.Channel;
import dev.guanjia.server.api.model.ChannelCreate;
import dev.guanjia.server.api.model.RequestAnswer;
import dev.guanjia.server.api.model.RequestOrder;
import dev.guanjia.server.api.model.RequestOrderCreate;
import dev.guanjia.server.api.model.RequesterNote;
import dev.guanjia.server.api.model.ServiceRequest;
import dev.guanjia.server.api.model.ServiceRequestCreate;
import dev.guanjia.server.api.model.WorkOrderAttachmentCreate;
import dev.guanjia.server.application.ChannelDesk.Draft;
import dev.guanjia.server.application.RequestHandling.Chosen;
import dev.guanjia.server.application.ServiceRequestDesk.Said;
import dev.guanjia.server.application.ServiceRequestReader.Shown;
import dev.guanjia.server.application.Told.Classed;
import dev.guanjia.server.application.Told.Place;
import dev.guanjia.server.application.Told.Reached;
import dev.guanjia.server.application.WorkOrderReader;
import dev.guanjia.server.store.RequesterNoteStore.CallRow;
import dev.guanjia.server.store.RequesterNoteStore.NoteRow;
import dev.guanjia.server.store.ServiceRequestStore.RequestRow;
import dev.guanjia.workorder.Act;
import dev.guanjia.workorder.Attachment;
import dev.guanjia.workorder.Link;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.request.RequestLife;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people ask for, on the wire. */
final class ServiceRequestMapping {

    private ServiceRequestMapping() {}

    static Said said(ServiceRequestCreate body) {
        return new Said(
                new Place(body.getCommunityId(), body.getUnitId()),
                body.getWords(),
                new Reached(
                        body.getChannel(),
                        body.getReceivedAt().toInstant(),
                        body.getSourceReference(),
                        WorkOrderMapping.who(body.getRequester())),
                body.getAttachments() == null
                        ? List.of()
                        : body.getAttachments().stream().map(WorkOrderNoteMapping::file).toList());
    }

    /** Without its work orders but for their numbers. */
    static ServiceRequest listed(RequestRow row) {
        RequestLife life = row.life();
        dev.guanjia.workorder.request.ServiceRequest said = life.request();
        return new ServiceRequest(
                        row.id(),
                        said.community().value(),
                        said.words(),
                        said.reception().channel(),
                        Wire.at(said.reception().receivedAt()),
                        said.attachments().stream().map(ServiceRequestMapping::file).toList(),
                        life.state().name(),
                        life.orders().stream().map(order -> order.id().value()).toList(),
                        row.author().staffId(),
                        row.author().post(),
                        Wire.at(row.recordedAt()))
                .unitId(said.unit() == null ? null : said.unit().value())
                .requester(WorkOrderMapping.requester(said.reception().requester()))
                .sourceReference(said.reception().sourceReference())
                .answer(answer(life.answer()));
    }

    static ServiceRequest whole(Shown shown) {
        return listed(shown.row())
                .workOrders(shown.orders().stream().map(ServiceRequestMapping::order).toList());
    }

    private static RequestOrder order(WorkOrderReader.Shown shown) {
        WorkOrder order = shown.row().order();
        return new RequestOrder(
                order.id().value(),
                order.intake().kind().name(),
                order.state().name(),
                order.handling().outcome().name(),
                shown.children(),
                shown.targets(Link.Kind.BILL_LINE),
                shown.targets(Link.Kind.STOCK_ISSUE));
    }

    private static WorkOrderAttachmentCreate file(Attachment file) {
        return new WorkOrderAttachmentCreate(
                file.name(),
                file.mediaType(),
                file.stored().size(),
                file.stored().sha256(),
                file.stored().path());
    }

    private static @Nullable RequestAnswer answer(@Nullable Act answer) {
        return answer == null
                ? null
                : new RequestAnswer(
                        answer.note(),
                        Wire.at(answer.occurredAt()),
                        answer.actor().staff().value(),
                        answer.actor().post().value());
    }

    static Chosen chosen(RequestOrderCreate body) {
        return new Chosen(
                body.getKind(),
                body.getTitle(),
                body.getDescription(),
                new Classed(body.getSeverity(), body.getPlaceKind()),
                WorkOrderMapping.instant(body.getDueAt()));
    }

    static RequesterNote note(NoteRow row) {
        Act act = row.progress().act();
        return new RequesterNote(
                row.id(),
                row.requestId(),
                act.note(),
                row.progress().channel(),
                Wire.at(act.occurredAt()),
                act.actor().staff().value(),
                act.actor().post().value(),
                Wire.at(row.recordedAt()));
    }

    static CallLogEntry call(CallRow row) {
        return new CallLogEntry(
                        row.id(), row.direction(), Wire.at(row.at()), row.staffId(), row.post())
                .serviceRequestId(row.about().requestId())
                .workOrderId(row.about().orderId())
                .words(row.about().words());
    }

    static Draft draft(ChannelCreate body) {
        return new Draft(
                body.getChannel(),
                body.getLabel().getZh(),
                body.getLabel().getEn(),
                Boolean.TRUE.equals(body.getTelephone()),
                body.getFile(),
                !Boolean.FALSE.equals(body.getUsed()),
                body.getFrom());
    }

    static Channel channel(dev.guanjia.workorder.Channel channel) {
        return new Channel(
                        channel.key(),
                        Wire.label(channel.label()),
                        channel.telephone(),
                        channel.source())
                .file(channel.file() == null ? null : channel.file().name());
    }
}
