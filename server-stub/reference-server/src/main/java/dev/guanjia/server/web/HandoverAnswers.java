package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.model.Handover;
import dev.guanjia.server.api.model.HandoverCreate;
import dev.guanjia.server.api.model.HandoverPage;
import dev.guanjia.server.api.model.HandoverStepCreate;
import dev.guanjia.server.api.model.ShiftLogEntry;
import dev.guanjia.server.api.model.ShiftLogEntryCreate;
import dev.guanjia.server.application.HandoverDesk;
import dev.guanjia.server.application.HandoverReader;
import dev.guanjia.server.application.PlanDesk.Seen;
import dev.guanjia.server.application.ShiftLogDesk;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.HandoverStore.Filter;
import dev.guanjia.server.store.HandoverStore.HandoverRow;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The operations on shift logs and handovers. */
@Component
class HandoverAnswers {

    private final CurrentCaller caller;
    private final ShiftLogDesk logs;
    private final HandoverDesk desk;
    private final HandoverReader reader;

    HandoverAnswers(
            CurrentCaller caller, ShiftLogDesk logs, HandoverDesk desk, HandoverReader reader) {
        this.caller = caller;
        this.logs = logs;
        this.desk = desk;
        this.reader = reader;
    }

    ResponseEntity<ShiftLogEntry> write(String stationId, ShiftLogEntryCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        ShiftMapping.entry(
                                logs.write(caller.get(), stationId, ShiftMapping.draft(body))));
    }

    ResponseEntity<Handover> prepare(String stationId, HandoverCreate body) {
        HandoverRow row =
                desk.prepare(
                        caller.get(),
                        stationId,
                        new HandoverDesk.Sides(body.getReliefId(), body.getAbsenceReason()));
        return ResponseEntity.created(Wire.location("handovers", row.id()))
                .eTag(Version.tag(row.version()))
                .body(ShiftMapping.handover(row));
    }

    ResponseEntity<HandoverPage> list(Filter filter, PageRequest request) {
        Page<Handover> page =
                reader.list(caller.get(), filter, request).map(ShiftMapping::handover);
        return ResponseEntity.ok(new HandoverPage(page.items()).nextCursor(page.nextCursor()));
    }

    ResponseEntity<Handover> get(String id) {
        return answer(reader.get(caller.get(), id));
    }

    ResponseEntity<Handover> step(String id, String ifMatch, HandoverStepCreate body) {
        HandoverDesk.Step step =
                new HandoverDesk.Step(
                        body.getAction(),
                        body.getOccurredAt().toInstant(),
                        body.getItem(),
                        body.getText());
        return answer(desk.step(caller.get(), new Seen(id, ifMatch), step));
    }

    private static ResponseEntity<Handover> answer(HandoverRow row) {
        return ResponseEntity.ok()
                .eTag(Version.tag(row.version()))
                .body(ShiftMapping.handover(row));
    }
}
