package dev.guanjia.server.web;

import dev.guanjia.decision.Language;
import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.ServiceLevelsApi;
import dev.guanjia.server.api.model.ComplaintStatistics;
import dev.guanjia.server.api.model.ServiceLadder;
import dev.guanjia.server.api.model.ServiceLadderCreate;
import dev.guanjia.server.api.model.ServiceLadderPage;
import dev.guanjia.server.api.model.ServiceLevel;
import dev.guanjia.server.api.model.ServiceLevelCreate;
import dev.guanjia.server.api.model.ServiceLevelEvent;
import dev.guanjia.server.api.model.ServiceLevelEventPage;
import dev.guanjia.server.api.model.ServiceLevelPage;
import dev.guanjia.server.api.model.ServiceLevelPreview;
import dev.guanjia.server.api.model.ServiceLevelPreviewCreate;
import dev.guanjia.server.api.model.WorkOrderServiceLevel;
import dev.guanjia.server.application.ComplaintLedger;
import dev.guanjia.server.application.ServiceLadderDesk;
import dev.guanjia.server.application.ServiceLevelDesk;
import dev.guanjia.server.application.ServiceLevelEvents;
import dev.guanjia.server.application.ServiceLevelEvents.Filter;
import dev.guanjia.server.application.ServiceLevelReader;
import dev.guanjia.server.application.ServicePromise;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.RequestLanguage;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How soon work is promised, how it stands, and who hears of a breach. */
@RestController
@RequestMapping("/v1")
class ServiceLevelController implements ServiceLevelsApi {

    private final CurrentCaller caller;
    private final ServiceLevelDesk levels;
    private final ServiceLadderDesk ladders;
    private final ServiceLevelReader reader;
    private final ServiceLevelEvents events;
    private final ComplaintLedger complaints;
    private final HttpServletRequest http;

    ServiceLevelController(
            CurrentCaller caller,
            ServiceLevelDesk levels,
            ServiceLadderDesk ladders,
            ServiceLevelReader reader,
            ServiceLevelEvents events,
            ComplaintLedger complaints,
            HttpServletRequest http) {
        this.caller = caller;
        this.levels = levels;
        this.ladders = ladders;
        this.reader = reader;
        this.events = events;
        this.complaints = complaints;
        this.http = http;
    }

    @Override
    public ResponseEntity<ServiceLevel> createServiceLevel(
            String idempotencyKey, ServiceLevelCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        ServiceLevelMapping.level(
                                levels.create(caller.get(), ServiceLevelMapping.draft(body))));
    }

    @Override
    public ResponseEntity<ServiceLevelPage> listServiceLevels(
            @Nullable String kind, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("service-levels", limit, cursor);
        Page<ServiceLevel> page =
                levels.list(caller.get(), kind, request).map(ServiceLevelMapping::level);
        return ResponseEntity.ok(new ServiceLevelPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<ServiceLadder> createServiceLadder(
            String idempotencyKey, ServiceLadderCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        ServiceLevelMapping.ladder(
                                ladders.create(caller.get(), ServiceLevelMapping.draft(body))));
    }

    @Override
    public ResponseEntity<ServiceLadderPage> listServiceLadders(
            Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("service-ladders", limit, cursor);
        Page<ServiceLadder> page =
                ladders.list(caller.get(), request).map(ServiceLevelMapping::ladder);
        return ResponseEntity.ok(new ServiceLadderPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<ServiceLevelPreview> previewServiceLevel(
            String idempotencyKey, ServiceLevelPreviewCreate body) {
        Language language = RequestLanguage.of(http);
        List<ServicePromise> promises =
                reader.preview(caller.get(), ServiceLevelMapping.question(body), language);
        return ResponseEntity.ok(
                new ServiceLevelPreview(
                        Wire.at(body.getReceivedAt().toInstant()),
                        promises.stream().map(ServiceStandingMapping::promise).toList()));
    }

    @Override
    public ResponseEntity<WorkOrderServiceLevel> getWorkOrderServiceLevel(
            String workOrderId, @Nullable OffsetDateTime asOf) {
        return ResponseEntity.ok(
                ServiceStandingMapping.stands(
                        reader.get(
                                caller.get(),
                                workOrderId,
                                Optional.ofNullable(asOf),
                                RequestLanguage.of(http))));
    }

    @Override
    public ResponseEntity<ServiceLevelEventPage> listServiceLevelEvents(
            LocalDate from,
            LocalDate to,
            @Nullable String communityId,
            @Nullable String kind,
            @Nullable OffsetDateTime asOf,
            Integer limit,
            @Nullable String cursor) {
        Filter filter = new Filter(communityId, kind, from, to, Optional.ofNullable(asOf));
        PageRequest request = PageRequest.of("service-level-events", limit, cursor);
        Page<ServiceLevelEvent> page =
                events.list(caller.get(), filter, request).map(ServiceStandingMapping::event);
        return ResponseEntity.ok(
                new ServiceLevelEventPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<ComplaintStatistics> getComplaintStatistics(
            String period, @Nullable String communityId, @Nullable OffsetDateTime asOf) {
        return ResponseEntity.ok(
                ComplaintMapping.statistics(
                                complaints.count(
                                        caller.get(),
                                        YearMonth.parse(period),
                                        communityId,
                                        Optional.ofNullable(asOf)))
                        .communityId(communityId));
    }
}
