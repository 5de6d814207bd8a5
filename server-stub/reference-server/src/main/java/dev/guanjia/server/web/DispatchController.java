package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.DispatchApi;
import dev.guanjia.server.api.model.DispatchProfile;
import dev.guanjia.server.api.model.DispatchProfileCreate;
import dev.guanjia.server.api.model.DispatchProfilePage;
import dev.guanjia.server.api.model.DispatchProposal;
import dev.guanjia.server.api.model.DutySpan;
import dev.guanjia.server.api.model.DutySpanCreate;
import dev.guanjia.server.api.model.DutySpanPage;
import dev.guanjia.server.api.model.PooledWorkOrder;
import dev.guanjia.server.api.model.PooledWorkOrderPage;
import dev.guanjia.server.api.model.WorkOrderDispatch;
import dev.guanjia.server.api.model.WorkOrderDispatchCreate;
import dev.guanjia.server.api.model.WorkOrderDispatchPage;
import dev.guanjia.server.api.model.WorkOrderTakingCreate;
import dev.guanjia.server.application.DispatchBook.Done;
import dev.guanjia.server.application.DispatchBook.Seen;
import dev.guanjia.server.application.DispatchDesk;
import dev.guanjia.server.application.DispatchProfileDesk;
import dev.guanjia.server.application.DispatchReader;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.RequestLanguage;
import dev.guanjia.server.store.DispatchStore.PoolFilter;
import dev.guanjia.server.store.DutySpanStore.Key;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who can be sent to work orders, and who is. */
@RestController
@RequestMapping("/v1")
class DispatchController implements DispatchApi {

    private final CurrentCaller caller;
    private final DispatchProfileDesk profiles;
    private final DispatchDesk desk;
    private final DispatchReader reader;
    private final HttpServletRequest http;

    DispatchController(
            CurrentCaller caller,
            DispatchProfileDesk profiles,
            DispatchDesk desk,
            DispatchReader reader,
            HttpServletRequest http) {
        this.caller = caller;
        this.profiles = profiles;
        this.desk = desk;
        this.reader = reader;
        this.http = http;
    }

    @Override
    public ResponseEntity<DispatchProfile> createDispatchProfile(
            String staffId, String idempotencyKey, DispatchProfileCreate body) {
        DispatchProfileDesk.Draft draft =
                new DispatchProfileDesk.Draft(
                        body.getPost(), body.getAreas(), body.getLimit(), body.getFrom());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(DispatchMapping.profile(profiles.create(caller.get(), staffId, draft)));
    }

    @Override
    public ResponseEntity<DispatchProfilePage> listDispatchProfiles(
            String staffId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("dispatch-profiles", limit, cursor);
        Page<DispatchProfile> page =
                profiles.profiles(caller.get(), staffId, request).map(DispatchMapping::profile);
        return ResponseEntity.ok(
                new DispatchProfilePage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<DutySpan> createDutySpan(
            String staffId, String idempotencyKey, DutySpanCreate body) {
        DispatchProfileDesk.Span span =
                new DispatchProfileDesk.Span(
                        body.getStartAt().toInstant(),
                        body.getEndAt().toInstant(),
                        body.getOnCall());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(DispatchMapping.span(profiles.enter(caller.get(), staffId, span)));
    }

    @Override
    public ResponseEntity<DutySpanPage> listDutySpans(
            String staffId,
            @Nullable OffsetDateTime endsAfter,
            Integer limit,
            @Nullable String cursor) {
        PageRequest request = PageRequest.of("duty-spans", limit, cursor);
        Page<DutySpan> page =
                profiles.spans(caller.get(), staffId, DispatchMapping.instant(endsAfter), request)
                        .map(DispatchMapping::span);
        return ResponseEntity.ok(new DutySpanPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<Void> withdrawDutySpan(
            String staffId, String spanId, String idempotencyKey) {
        profiles.withdraw(caller.get(), new Key(staffId, spanId));
        return ResponseEntity.noContent().build();
    }

    @Override
    public ResponseEntity<DispatchProposal> getDispatchProposal(
            String workOrderId, @Nullable String skill, @Nullable OffsetDateTime asOf) {
        return ResponseEntity.ok(
                DispatchMapping.proposal(
                        workOrderId,
                        reader.propose(
                                caller.get(), workOrderId, skill, DispatchMapping.instant(asOf)),
                        RequestLanguage.of(http)));
    }

    @Override
    public ResponseEntity<WorkOrderDispatchPage> listWorkOrderDispatches(
            String workOrderId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("dispatches", limit, cursor);
        Page<WorkOrderDispatch> page =
                reader.list(caller.get(), workOrderId, request).map(DispatchMapping::dispatch);
        return ResponseEntity.ok(
                new WorkOrderDispatchPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<WorkOrderDispatch> dispatchWorkOrder(
            String workOrderId,
            String idempotencyKey,
            String ifMatch,
            WorkOrderDispatchCreate body) {
        DispatchDesk.Draft draft =
                new DispatchDesk.Draft(
                        body.getMode(),
                        body.getAssigneeId(),
                        body.getSkill(),
                        body.getOccurredAt().toInstant(),
                        body.getReason());
        return given(desk.dispatch(caller.get(), new Seen(workOrderId, ifMatch), draft));
    }

    @Override
    public ResponseEntity<PooledWorkOrderPage> listDispatchPool(
            @Nullable OffsetDateTime asOf,
            @Nullable String communityId,
            @Nullable String kind,
            Integer limit,
            @Nullable String cursor) {
        PoolFilter filter = new PoolFilter(communityId, kind);
        PageRequest request = PageRequest.of("dispatch-pool", limit, cursor);
        Page<PooledWorkOrder> page =
                reader.pool(caller.get(), filter, DispatchMapping.instant(asOf), request)
                        .map(DispatchMapping::offer);
        return ResponseEntity.ok(
                new PooledWorkOrderPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<WorkOrderDispatch> takeWorkOrder(
            String workOrderId, String idempotencyKey, String ifMatch, WorkOrderTakingCreate body) {
        return given(
                desk.take(
                        caller.get(),
                        new Seen(workOrderId, ifMatch),
                        body.getOccurredAt().toInstant()));
    }

    private static ResponseEntity<WorkOrderDispatch> given(Done done) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(Version.tag(done.version()))
                .body(DispatchMapping.dispatch(done.row()));
    }
}
