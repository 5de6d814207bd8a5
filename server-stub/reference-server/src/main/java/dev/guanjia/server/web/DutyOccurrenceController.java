package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.DutyOccurrencesApi;
import dev.guanjia.server.api.model.DutyEscalationCreate;
import dev.guanjia.server.api.model.DutyEvent;
import dev.guanjia.server.api.model.DutyEventCreate;
import dev.guanjia.server.api.model.DutyEventPage;
import dev.guanjia.server.api.model.DutyHistoryEntry;
import dev.guanjia.server.api.model.DutyHistoryEntryPage;
import dev.guanjia.server.api.model.DutyOccurrence;
import dev.guanjia.server.api.model.DutyRound;
import dev.guanjia.server.api.model.DutyRoundCreate;
import dev.guanjia.server.api.model.DutyRoundPage;
import dev.guanjia.server.api.model.DutyWaiverCreate;
import dev.guanjia.server.api.model.EndingCreate;
import dev.guanjia.server.api.model.PatrolArea;
import dev.guanjia.server.api.model.PatrolAreaCreate;
import dev.guanjia.server.api.model.PatrolAreaPage;
import dev.guanjia.server.api.model.ShiftResultPage;
import dev.guanjia.server.application.DutyDesk;
import dev.guanjia.server.application.DutyEventDesk;
import dev.guanjia.server.application.DutyEventDesk.Report;
import dev.guanjia.server.application.DutyEventDesk.Wanted;
import dev.guanjia.server.application.DutyReader;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.DutyCallStore.Said;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What became of what was due, what called for it, and what patrols covered. */
@RestController
@RequestMapping("/v1")
class DutyOccurrenceController implements DutyOccurrencesApi {

    private final CurrentCaller caller;
    private final DutyDesk desk;
    private final DutyReader reader;
    private final DutyEventDesk events;
    private final PatrolAnswers patrols;
    private final Clock clock;

    DutyOccurrenceController(
            CurrentCaller caller,
            DutyDesk desk,
            DutyReader reader,
            DutyEventDesk events,
            PatrolAnswers patrols,
            Clock clock) {
        this.caller = caller;
        this.desk = desk;
        this.reader = reader;
        this.events = events;
        this.patrols = patrols;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<DutyOccurrence> getDutyOccurrence(
            String occurrenceId, @Nullable OffsetDateTime asOf) {
        Instant then = asOf == null ? clock.instant() : asOf.toInstant();
        return ResponseEntity.ok(
                OccurrenceMapping.occurrence(reader.get(caller.get(), occurrenceId, then)));
    }

    @Override
    public ResponseEntity<DutyHistoryEntryPage> listDutyOccurrenceEvents(
            String occurrenceId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("occurrence-events", limit, cursor);
        Page<DutyHistoryEntry> page =
                reader.events(caller.get(), occurrenceId, request).map(OccurrenceMapping::entry);
        return ResponseEntity.ok(
                new DutyHistoryEntryPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<DutyOccurrence> escalateDuty(
            String occurrenceId, String idempotencyKey, DutyEscalationCreate body) {
        Instant at = body.getEscalatedAt().toInstant();
        return ResponseEntity.ok(
                OccurrenceMapping.occurrence(
                        desk.escalate(caller.get(), occurrenceId, at, body.getNote())));
    }

    @Override
    public ResponseEntity<DutyOccurrence> waiveDuty(
            String occurrenceId, String idempotencyKey, DutyWaiverCreate body) {
        Instant at = body.getWaivedAt().toInstant();
        return ResponseEntity.ok(
                OccurrenceMapping.occurrence(
                        desk.waive(caller.get(), occurrenceId, at, body.getReason())));
    }

    @Override
    public ResponseEntity<DutyEvent> reportDutyEvent(String idempotencyKey, DutyEventCreate body) {
        Report report =
                new Report(
                        body.getDutyId(),
                        body.getHappenedAt().toInstant(),
                        new Said(body.getReference(), body.getNote()));
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(OccurrenceMapping.event(events.report(caller.get(), report)));
    }

    @Override
    public ResponseEntity<DutyEventPage> listDutyEvents(
            @Nullable String dutyId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Integer limit,
            @Nullable String cursor) {
        PageRequest request = PageRequest.of("duty-events", limit, cursor);
        Page<DutyEvent> page =
                events.list(caller.get(), new Wanted(dutyId, from, to), request)
                        .map(OccurrenceMapping::event);
        return ResponseEntity.ok(new DutyEventPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<DutyRound> recordDutyRound(
            String occurrenceId, String idempotencyKey, DutyRoundCreate body) {
        return patrols.cover(occurrenceId, body);
    }

    @Override
    public ResponseEntity<DutyRoundPage> listDutyRounds(
            String occurrenceId, Integer limit, @Nullable String cursor) {
        return patrols.rounds(occurrenceId, limit, cursor);
    }

    @Override
    public ResponseEntity<PatrolArea> createPatrolArea(
            String idempotencyKey, PatrolAreaCreate body) {
        return patrols.create(body);
    }

    @Override
    public ResponseEntity<PatrolArea> endPatrolArea(
            String areaId, String idempotencyKey, EndingCreate body) {
        return patrols.end(areaId, body);
    }

    @Override
    public ResponseEntity<PatrolAreaPage> listPatrolAreas(
            @Nullable String post,
            @Nullable OffsetDateTime asOf,
            Integer limit,
            @Nullable String cursor) {
        return patrols.areas(post, asOf, PageRequest.of("patrol-areas", limit, cursor));
    }

    @Override
    public ResponseEntity<ShiftResultPage> listShiftResults(
            LocalDate from,
            LocalDate to,
            @Nullable String post,
            @Nullable Boolean met,
            Integer limit,
            @Nullable String cursor) {
        PatrolAnswers.Wanted wanted = new PatrolAnswers.Wanted(from, to, post, met);
        return patrols.results(wanted, PageRequest.of("shift-results", limit, cursor));
    }
}
