package dev.guanjia.server.web;

import dev.guanjia.duty.DutyId;
import dev.guanjia.duty.DutyRecord;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.plan.PlanEvent.Act;
import dev.guanjia.plan.meeting.ActionItem;
import dev.guanjia.plan.meeting.ActionState;
import dev.guanjia.plan.meeting.MeetingHead;
import dev.guanjia.server.api.model.Meeting;
import dev.guanjia.server.api.model.MeetingCreate;
import dev.guanjia.server.api.model.MeetingDecision;
import dev.guanjia.server.api.model.MeetingDecisionCreate;
import dev.guanjia.server.api.model.MeetingEvent;
import dev.guanjia.server.api.model.MeetingKind;
import dev.guanjia.server.api.model.MeetingSchedule;
import dev.guanjia.server.application.MeetingDesk;
import dev.guanjia.server.application.MeetingReader.Shown;
import dev.guanjia.server.application.OccurrenceIds;
import dev.guanjia.server.store.MeetingScheduleStore.ScheduleRow;
import java.util.Map;
import java.util.Optional;

/** Meetings on the wire. */
final class MeetingMapping {

    private MeetingMapping() {}

    static MeetingKind kind(dev.guanjia.plan.meeting.MeetingKind kind) {
        return new MeetingKind(
                kind.id(),
                Wire.label(kind.label()),
                kind.rhythm().name(),
                kind.record(),
                kind.from(),
                kind.source());
    }

    static MeetingSchedule schedule(ScheduleRow row) {
        return new MeetingSchedule(row.id(), row.kind(), row.every(), row.from());
    }

    static MeetingDesk.Draft draft(MeetingCreate body) {
        return new MeetingDesk.Draft(
                body.getKind(),
                body.getSubject(),
                body.getHeldOn(),
                body.getChair(),
                body.getRecorder());
    }

    static MeetingDesk.Matter matter(MeetingDecisionCreate body) {
        return new MeetingDesk.Matter(
                body.getText(),
                body.getOwner(),
                body.getNodeOn(),
                body.getVerifier(),
                body.getActedAt().toInstant());
    }

    static Meeting meeting(Shown shown) {
        dev.guanjia.plan.meeting.Meeting meeting = shown.row().meeting();
        MeetingHead head = meeting.head();
        return new Meeting(
                head.id().value(),
                head.kind().id(),
                head.subject(),
                head.day(),
                head.chair().value(),
                head.recorder().value(),
                meeting.state().name(),
                meeting.items().stream().map(item -> decision(item, shown.duties())).toList(),
                meeting.events().stream().map(MeetingMapping::event).toList());
    }

    private static MeetingDecision decision(ActionItem item, Map<DutyId, DutyRecord> duties) {
        Optional<DutyRecord> duty = Optional.ofNullable(duties.get(item.id().duty()));
        return new MeetingDecision(
                        item.id().value(),
                        item.text(),
                        item.owner().value(),
                        item.node(),
                        duty.map(ActionState::of).orElse(ActionState.DECIDED).name())
                .verifier(item.verifier().map(PostKey::value).orElse(null))
                .occurrenceId(
                        duty.map(record -> OccurrenceIds.of(record.occurrence().key()))
                                .orElse(null));
    }

    private static MeetingEvent event(dev.guanjia.plan.meeting.MeetingEvent event) {
        Act act = event.act();
        return new MeetingEvent(
                        event.action().name(),
                        Wire.at(act.at()),
                        act.actor().staff().value(),
                        act.actor().post().value())
                .note(act.note().isEmpty() ? null : act.note());
    }
}
