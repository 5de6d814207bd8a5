package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.DutiesApi;
import dev.guanjia.server.api.model.DutyConfirmationCreate;
import dev.guanjia.server.api.model.DutyOccurrence;
import dev.guanjia.server.api.model.DutyOccurrencePage;
import dev.guanjia.server.api.model.DutyPage;
import dev.guanjia.server.api.model.DutyPerformanceCreate;
import dev.guanjia.server.api.model.SlowDuty;
import dev.guanjia.server.api.model.SlowDutyPage;
import dev.guanjia.server.application.DutyDesk;
import dev.guanjia.server.application.DutyDesk.Proof;
import dev.guanjia.server.application.DutyDesk.Review;
import dev.guanjia.server.application.DutyReader;
import dev.guanjia.server.application.DutyReader.Days;
import dev.guanjia.server.application.DutyReader.Look;
import dev.guanjia.server.application.DutyReader.Query;
import dev.guanjia.server.application.DutyReader.Wanted;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What every post has to do, and whether it did. */
@RestController
@RequestMapping("/v1")
class DutyController implements DutiesApi {

    private final CurrentCaller caller;
    private final DutyDesk desk;
    private final DutyReader reader;
    private final Clock clock;

    DutyController(CurrentCaller caller, DutyDesk desk, DutyReader reader, Clock clock) {
        this.caller = caller;
        this.desk = desk;
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<DutyPage> listDuties(
            @Nullable String post,
            Integer limit,
            @Nullable String cursor,
            @Nullable String cadence,
            @Nullable LocalDate from,
            @Nullable OffsetDateTime asOf) {
        Wanted wanted = new Wanted(post, cadence, from, asOf == null ? null : asOf.toInstant());
        Page<dev.guanjia.server.api.model.Duty> page =
                reader.duties(caller.get(), wanted, PageRequest.of("duties", limit, cursor))
                        .map(DutyMapping::duty);
        return ResponseEntity.ok(new DutyPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<DutyOccurrencePage> listDutyOccurrences(
            LocalDate from,
            LocalDate to,
            @Nullable String post,
            @Nullable String state,
            @Nullable OffsetDateTime asOf,
            Integer limit,
            @Nullable String cursor,
            @Nullable String staffId,
            @Nullable String standing) {
        Instant then = asOf == null ? clock.instant() : asOf.toInstant();
        Look look = new Look(state, standing, staffId, then);
        Query query = new Query(new Days(from, to), post, look);
        PageRequest request = PageRequest.of("occurrences", limit, cursor);
        Page<DutyOccurrence> page =
                reader.occurrences(caller.get(), query, request).map(OccurrenceMapping::occurrence);
        return ResponseEntity.ok(
                new DutyOccurrencePage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<DutyOccurrence> performDuty(
            String occurrenceId, String idempotencyKey, DutyPerformanceCreate body) {
        List<Proof> proofs =
                body.getEvidence().stream()
                        .map(proof -> new Proof(proof.getRecord(), proof.getReference()))
                        .toList();
        Instant at = body.getPerformedAt().toInstant();
        return ResponseEntity.ok(
                OccurrenceMapping.occurrence(desk.perform(caller.get(), occurrenceId, at, proofs)));
    }

    @Override
    public ResponseEntity<DutyOccurrence> confirmDuty(
            String occurrenceId, String idempotencyKey, DutyConfirmationCreate body) {
        Review review =
                new Review(body.getConfirmedAt().toInstant(), body.getOutcome(), body.getNote());
        return ResponseEntity.ok(
                OccurrenceMapping.occurrence(desk.confirm(caller.get(), occurrenceId, review)));
    }

    @Override
    public ResponseEntity<SlowDutyPage> listSlowestDuties(
            LocalDate from, LocalDate to, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("slowest", limit, cursor);
        Page<SlowDuty> page =
                reader.slowest(caller.get(), new Days(from, to), request).map(DutyMapping::slow);
        return ResponseEntity.ok(new SlowDutyPage(page.items()).nextCursor(page.nextCursor()));
    }
}
