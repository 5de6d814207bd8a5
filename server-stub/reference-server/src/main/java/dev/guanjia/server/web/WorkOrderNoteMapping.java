package dev.guanjia.server.web;

import dev.guanjia.organisation.PostKey;
import dev.guanjia.server.api.model.WorkOrderAttachment;
import dev.guanjia.server.api.model.WorkOrderAttachmentCreate;
import dev.guanjia.server.api.model.WorkOrderBoard;
import dev.guanjia.server.api.model.WorkOrderBoardItem;
import dev.guanjia.server.api.model.WorkOrderComment;
import dev.guanjia.server.api.model.WorkOrderFileItem;
import dev.guanjia.server.api.model.WorkOrderFileResult;
import dev.guanjia.server.api.model.WorkOrderKindRow;
import dev.guanjia.server.api.model.WorkOrderLink;
import dev.guanjia.server.api.model.WorkOrderTransition;
import dev.guanjia.server.application.WorkOrderFileDesk.Result;
import dev.guanjia.server.application.WorkOrderNotes.File;
import dev.guanjia.server.application.WorkOrderReader.Kind;
import dev.guanjia.server.store.WorkOrderLinkStore.LinkRow;
import dev.guanjia.server.store.WorkOrderListStore.Count;
import dev.guanjia.server.store.WorkOrderNoteStore.NoteRow;
import dev.guanjia.server.store.WorkOrderNoteStore.Remark;
import dev.guanjia.workorder.Attachment;
import dev.guanjia.workorder.lifecycle.ActionEffect;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.Transition;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What hangs on work orders, their kinds and their counts on the wire. */
final class WorkOrderNoteMapping {

    private WorkOrderNoteMapping() {}

    static WorkOrderComment comment(NoteRow<Remark> row) {
        return new WorkOrderComment(
                row.id(),
                row.orderId(),
                row.content().text(),
                row.content().visibleToCustomer(),
                row.author().staffId(),
                row.author().post(),
                Wire.at(row.recordedAt()));
    }

    static File file(WorkOrderAttachmentCreate body) {
        return new File(
                body.getName(),
                body.getMediaType(),
                new Attachment.Stored(body.getSize(), body.getSha256(), body.getPath()));
    }

    static WorkOrderAttachment attachment(NoteRow<Attachment> row) {
        Attachment file = row.content();
        return new WorkOrderAttachment(
                row.id(),
                row.orderId(),
                file.name(),
                file.mediaType(),
                file.stored().size(),
                file.stored().sha256(),
                file.stored().path(),
                row.author().staffId(),
                row.author().post(),
                Wire.at(row.recordedAt()));
    }

    static WorkOrderLink link(LinkRow row) {
        return new WorkOrderLink(
                row.link().order().value(),
                row.link().kind().name(),
                row.link().target(),
                Wire.at(row.recordedAt()));
    }

    static WorkOrderKindRow kind(Kind kind) {
        Lifecycle life = kind.lifecycle();
        return new WorkOrderKindRow(
                kind.kind().name(),
                Wire.label(life.label()),
                life.initial().name(),
                life.isFromCustomer(),
                life.demandsCallBack(),
                states(life),
                life.transitions().stream().map(move -> transition(life, move)).toList());
    }

    private static List<String> states(Lifecycle life) {
        Stream<WorkOrderState> all = Arrays.stream(WorkOrderState.values()).filter(life::contains);
        return Stream.concat(Stream.of(life.initial()), all)
                .distinct()
                .map(WorkOrderState::name)
                .toList();
    }

    private static WorkOrderTransition transition(Lifecycle life, Transition move) {
        return new WorkOrderTransition(
                        move.from().name(),
                        move.action().name(),
                        move.to().name(),
                        move.posts().stream().map(PostKey::value).toList(),
                        move.action().has(ActionEffect.ASSIGNS),
                        life.needsReason(move.action()))
                .byAssignee(move.byAssignee().stream().map(PostKey::value).toList());
    }

    static WorkOrderBoard board(List<Count> counts, Instant now) {
        return new WorkOrderBoard(
                Wire.at(now), counts.stream().map(WorkOrderNoteMapping::count).toList());
    }

    private static WorkOrderBoardItem count(Count count) {
        return new WorkOrderBoardItem(count.kind(), count.state(), count.orders(), count.overdue());
    }

    static WorkOrderFileResult file(List<Result> results) {
        long stored = results.stream().filter(Result::stored).count();
        return new WorkOrderFileResult(
                results.size(),
                (int) stored,
                results.stream()
                        .map(
                                row ->
                                        new WorkOrderFileItem(
                                                        row.number(),
                                                        row.reference(),
                                                        row.id(),
                                                        row.stored())
                                                .requestId(row.requestId()))
                        .toList());
    }
}
