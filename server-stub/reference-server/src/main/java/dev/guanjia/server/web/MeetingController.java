package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.MeetingsApi;
import dev.guanjia.server.api.model.Meeting;
import dev.guanjia.server.api.model.MeetingCreate;
import dev.guanjia.server.api.model.MeetingDecisionCreate;
import dev.guanjia.server.api.model.MeetingKind;
import dev.guanjia.server.api.model.MeetingKindPage;
import dev.guanjia.server.api.model.MeetingPage;
import dev.guanjia.server.api.model.MeetingSchedule;
import dev.guanjia.server.api.model.MeetingScheduleCreate;
import dev.guanjia.server.api.model.MeetingSchedulePage;
import dev.guanjia.server.api.model.MeetingTransitionCreate;
import dev.guanjia.server.application.MeetingDesk;
import dev.guanjia.server.application.MeetingReader;
import dev.guanjia.server.application.MeetingReader.Shown;
import dev.guanjia.server.application.MeetingScheduleDesk;
import dev.guanjia.server.application.PlanDesk.Seen;
import dev.guanjia.server.application.PlanDesk.Step;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.MeetingStore.Filter;
import dev.guanjia.server.store.MeetingStore.MeetingRow;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Meetings, and what they decide. */
@RestController
@RequestMapping("/v1")
class MeetingController implements MeetingsApi {

    private final CurrentCaller caller;
    private final MeetingDesk desk;
    private final MeetingReader reader;
    private final MeetingScheduleDesk schedules;

    MeetingController(
            CurrentCaller caller,
            MeetingDesk desk,
            MeetingReader reader,
            MeetingScheduleDesk schedules) {
        this.caller = caller;
        this.desk = desk;
        this.reader = reader;
        this.schedules = schedules;
    }

    @Override
    public ResponseEntity<MeetingKindPage> listMeetingKinds(
            Integer limit, @Nullable String cursor) {
        Page<MeetingKind> page =
                reader.kinds(PageRequest.of("meeting-kinds", limit, cursor))
                        .map(MeetingMapping::kind);
        return ResponseEntity.ok(new MeetingKindPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<MeetingSchedulePage> listMeetingSchedules(
            Integer limit, @Nullable String cursor) {
        Page<MeetingSchedule> page =
                schedules
                        .list(caller.get(), PageRequest.of("meeting-schedules", limit, cursor))
                        .map(MeetingMapping::schedule);
        return ResponseEntity.ok(
                new MeetingSchedulePage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<MeetingSchedule> createMeetingSchedule(
            String idempotencyKey, MeetingScheduleCreate body) {
        MeetingScheduleDesk.Draft draft =
                new MeetingScheduleDesk.Draft(body.getKind(), body.getEvery(), body.getFrom());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(MeetingMapping.schedule(schedules.create(caller.get(), draft)));
    }

    @Override
    public ResponseEntity<MeetingPage> listMeetings(
            @Nullable String kind,
            @Nullable String state,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Integer limit,
            @Nullable String cursor) {
        Page<Meeting> page =
                reader.list(
                                caller.get(),
                                new Filter(kind, state, from, to),
                                PageRequest.of("meetings", limit, cursor))
                        .map(MeetingMapping::meeting);
        return ResponseEntity.ok(new MeetingPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<Meeting> callMeeting(String idempotencyKey, MeetingCreate body) {
        MeetingRow row = desk.call(caller.get(), MeetingMapping.draft(body));
        Shown shown = reader.show(caller.get(), row);
        return ResponseEntity.created(Wire.location("meetings", row.meeting().head().id().value()))
                .eTag(Version.tag(row.version()))
                .body(MeetingMapping.meeting(shown));
    }

    @Override
    public ResponseEntity<Meeting> getMeeting(String meetingId) {
        return answer(reader.get(caller.get(), meetingId));
    }

    @Override
    public ResponseEntity<Meeting> transitionMeeting(
            String meetingId, String idempotencyKey, String ifMatch, MeetingTransitionCreate body) {
        Step step = new Step(body.getAction(), body.getActedAt().toInstant(), body.getNote());
        MeetingRow row = desk.transition(caller.get(), new Seen(meetingId, ifMatch), step);
        return answer(reader.show(caller.get(), row));
    }

    @Override
    public ResponseEntity<Meeting> decideInMeeting(
            String meetingId, String idempotencyKey, String ifMatch, MeetingDecisionCreate body) {
        MeetingRow row =
                desk.decide(
                        caller.get(), new Seen(meetingId, ifMatch), MeetingMapping.matter(body));
        return answer(reader.show(caller.get(), row));
    }

    private static ResponseEntity<Meeting> answer(Shown shown) {
        return ResponseEntity.ok()
                .eTag(Version.tag(shown.row().version()))
                .body(MeetingMapping.meeting(shown));
    }
}
