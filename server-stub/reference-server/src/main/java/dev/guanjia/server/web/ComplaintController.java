package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.ComplaintsApi;
import dev.guanjia.server.api.model.ComplaintCard;
import dev.guanjia.server.api.model.ComplaintCardPage;
import dev.guanjia.server.api.model.ComplaintEntry;
import dev.guanjia.server.api.model.ComplaintEntryPage;
import dev.guanjia.server.api.model.ComplaintEscalation;
import dev.guanjia.server.api.model.ComplaintEscalationCreate;
import dev.guanjia.server.api.model.ComplaintEscalationPage;
import dev.guanjia.server.api.model.EscalationAcknowledgementCreate;
import dev.guanjia.server.api.model.SeverityChangeCreate;
import dev.guanjia.server.api.model.WorkOrder;
import dev.guanjia.server.application.ComplaintFiles;
import dev.guanjia.server.application.ComplaintFiles.Query;
import dev.guanjia.server.application.EscalationDesk;
import dev.guanjia.server.application.EscalationDesk.Word;
import dev.guanjia.server.application.EscalationLevel;
import dev.guanjia.server.application.EscalationReader;
import dev.guanjia.server.application.EscalationReader.Filter;
import dev.guanjia.server.application.SeverityDesk;
import dev.guanjia.server.application.SeverityDesk.Found;
import dev.guanjia.server.application.WorkOrderReader;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.Channel.File;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who hears of complaints, and the files they are kept in. */
@RestController
@RequestMapping("/v1")
class ComplaintController implements ComplaintsApi {

    private final CurrentCaller caller;
    private final EscalationReader reader;
    private final EscalationDesk desk;
    private final SeverityDesk severities;
    private final WorkOrderReader orders;
    private final ComplaintFiles files;
    private final Clock clock;

    ComplaintController(
            CurrentCaller caller,
            EscalationReader reader,
            EscalationDesk desk,
            SeverityDesk severities,
            WorkOrderReader orders,
            ComplaintFiles files,
            Clock clock) {
        this.caller = caller;
        this.reader = reader;
        this.desk = desk;
        this.severities = severities;
        this.orders = orders;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<ComplaintEscalationPage> listComplaintEscalations(
            String workOrderId,
            @Nullable OffsetDateTime asOf,
            Integer limit,
            @Nullable String cursor) {
        PageRequest request = PageRequest.of("complaint-escalations", limit, cursor);
        return levels(reader.of(caller.get(), workOrderId, Optional.ofNullable(asOf), request));
    }

    @Override
    public ResponseEntity<ComplaintEscalationPage> listEscalations(
            @Nullable String staffId,
            @Nullable String post,
            @Nullable String communityId,
            @Nullable OffsetDateTime asOf,
            Integer limit,
            @Nullable String cursor) {
        PageRequest request = PageRequest.of("escalations", limit, cursor);
        Filter filter = new Filter(staffId, post, communityId);
        return levels(reader.open(caller.get(), filter, Optional.ofNullable(asOf), request));
    }

    private static ResponseEntity<ComplaintEscalationPage> levels(Page<EscalationLevel> all) {
        Page<ComplaintEscalation> page = all.map(ComplaintFileMapping::level);
        return ResponseEntity.ok(
                new ComplaintEscalationPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<ComplaintEscalation> raiseComplaint(
            String workOrderId, String idempotencyKey, ComplaintEscalationCreate body) {
        Word word = new Word(body.getOccurredAt().toInstant(), body.getReason());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(ComplaintFileMapping.level(desk.raise(caller.get(), workOrderId, word)));
    }

    @Override
    public ResponseEntity<ComplaintEscalation> acknowledgeEscalation(
            String workOrderId,
            Integer level,
            String idempotencyKey,
            EscalationAcknowledgementCreate body) {
        Word word = new Word(body.getAcknowledgedAt().toInstant(), body.getNote());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        ComplaintFileMapping.level(
                                desk.acknowledge(caller.get(), workOrderId, level, word)));
    }

    @Override
    public ResponseEntity<WorkOrder> changeSeverity(
            String workOrderId, String idempotencyKey, String ifMatch, SeverityChangeCreate body) {
        Found found =
                new Found(body.getSeverity(), body.getOccurredAt().toInstant(), body.getReason());
        WorkOrderRow after = severities.change(caller.get(), workOrderId, ifMatch, found);
        return ResponseEntity.ok()
                .eTag(Version.tag(after.version()))
                .body(WorkOrderMapping.whole(orders.show(caller.get(), after), clock.instant()));
    }

    @Override
    public ResponseEntity<ComplaintCard> getComplaintCard(
            String workOrderId, @Nullable OffsetDateTime asOf) {
        return ResponseEntity.ok(
                ComplaintFileMapping.card(
                        files.card(caller.get(), workOrderId, Optional.ofNullable(asOf))));
    }

    @Override
    public ResponseEntity<ComplaintEntryPage> listComplaintLedger(
            String period,
            @Nullable String communityId,
            @Nullable String channel,
            @Nullable OffsetDateTime asOf,
            Integer limit,
            @Nullable String cursor) {
        PageRequest request = PageRequest.of("complaint-ledger", limit, cursor);
        Query query =
                new Query(YearMonth.parse(period), communityId, channel, Optional.ofNullable(asOf));
        Page<ComplaintEntry> page =
                files.ledger(caller.get(), query, request).map(ComplaintFileMapping::entry);
        return ResponseEntity.ok(
                new ComplaintEntryPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<ComplaintCardPage> listHotlineCases(
            String period,
            @Nullable String communityId,
            @Nullable OffsetDateTime asOf,
            Integer limit,
            @Nullable String cursor) {
        Query query = query(period, communityId, asOf);
        return cases(File.HOTLINE, query, PageRequest.of("hotline-cases", limit, cursor));
    }

    @Override
    public ResponseEntity<ComplaintCardPage> listLetterCases(
            String period,
            @Nullable String communityId,
            @Nullable OffsetDateTime asOf,
            Integer limit,
            @Nullable String cursor) {
        Query query = query(period, communityId, asOf);
        return cases(File.LETTER, query, PageRequest.of("letter-cases", limit, cursor));
    }

    private static Query query(
            String period, @Nullable String communityId, @Nullable OffsetDateTime asOf) {
        return new Query(YearMonth.parse(period), communityId, null, Optional.ofNullable(asOf));
    }

    private ResponseEntity<ComplaintCardPage> cases(File file, Query query, PageRequest request) {
        Page<ComplaintCard> page =
                files.cases(caller.get(), file, query, request).map(ComplaintFileMapping::card);
        return ResponseEntity.ok(new ComplaintCardPage(page.items()).nextCursor(page.nextCursor()));
    }
}
