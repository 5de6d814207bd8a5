package dev.guanjia.server.web;

import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.api.model.ComplaintCall;
import dev.guanjia.server.api.model.ComplaintCard;
import dev.guanjia.server.api.model.ComplaintEntry;
import dev.guanjia.server.api.model.ComplaintEscalation;
import dev.guanjia.server.api.model.ComplaintRuling;
import dev.guanjia.server.api.model.EscalationAcknowledgement;
import dev.guanjia.server.application.ComplaintFiles.Card;
import dev.guanjia.server.application.ComplaintFiles.Line;
import dev.guanjia.server.application.EscalationLevel;
import dev.guanjia.workorder.Act;
import dev.guanjia.workorder.Channel.File;
import dev.guanjia.workorder.History.Ruling;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.callback.CallBack;
import dev.guanjia.workorder.escalation.Step;
import dev.guanjia.workorder.escalation.Step.Told;
import dev.guanjia.workorder.lifecycle.Severity;

/** Complaints in their files and on their ladders, on the wire. */
final class ComplaintFileMapping {

    private ComplaintFileMapping() {}

    static ComplaintEscalation level(EscalationLevel level) {
        Step step = level.step();
        Severity atOnce = step.rung().atOnceFor();
        ComplaintEscalation wire =
                new ComplaintEscalation(
                                level.orderId(),
                                step.level(),
                                level.ladder(),
                                step.rung().post().value(),
                                level.who().posts().stream().map(PostKey::value).toList(),
                                level.who().staff().stream().map(StaffId::value).toList(),
                                step.rung().source(),
                                step.due())
                        .atOnceFor(atOnce == null ? null : atOnce.name())
                        .acknowledgement(level.seen().map(one -> seen(one.act())).orElse(null));
        Told told = step.told();
        return told == null
                ? wire
                : wire.cause(told.cause().name()).toldAt(Wire.at(told.at())).reason(told.reason());
    }

    private static EscalationAcknowledgement seen(Act act) {
        return new EscalationAcknowledgement(
                        Wire.at(act.occurredAt()),
                        act.actor().staff().value(),
                        act.actor().post().value())
                .note(act.note());
    }

    static ComplaintEntry entry(Line line) {
        WorkOrder order = line.order();
        Intake intake = order.intake();
        return new ComplaintEntry(
                        order.id().value(),
                        intake.community().value(),
                        intake.title(),
                        line.row().channel(),
                        Wire.at(intake.reception().receivedAt()),
                        line.row().severity().name(),
                        order.state().name(),
                        line.row().verdict().name(),
                        line.row().answer().name(),
                        order.handling().callBacks(),
                        line.row().timeliness().name())
                .unitId(intake.unit() == null ? null : intake.unit().value())
                .file(line.file().map(File::name).orElse(null))
                .requester(WorkOrderMapping.requester(intake.reception().requester()))
                .resolvedAt(order.handling().resolvedAt().map(Wire::at).orElse(null));
    }

    static ComplaintCard card(Card card) {
        WorkOrder order = card.line().order();
        StaffId assignee = order.handling().assignee();
        return new ComplaintCard(
                        entry(card.line()),
                        card.calls().stream().map(ComplaintFileMapping::call).toList())
                .description(order.intake().description())
                .serviceRequestId(card.requestId().orElse(null))
                .ruling(
                        card.line()
                                .history()
                                .ruling()
                                .map(ComplaintFileMapping::ruling)
                                .orElse(null))
                .assigneeId(assignee == null ? null : assignee.value());
    }

    private static ComplaintRuling ruling(Ruling ruling) {
        Act act = ruling.act();
        return new ComplaintRuling(
                        ruling.valid(),
                        Wire.at(act.occurredAt()),
                        act.actor().staff().value(),
                        act.actor().post().value())
                .reason(act.note());
    }

    private static ComplaintCall call(CallBack call) {
        return new ComplaintCall(
                call.way().name(),
                call.result().name(),
                Wire.at(call.at()),
                call.caller().staff().value(),
                call.caller().post().value());
    }
}
