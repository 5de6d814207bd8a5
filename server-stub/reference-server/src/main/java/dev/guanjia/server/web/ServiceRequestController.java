package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.ServiceRequestsApi;
import dev.guanjia.server.api.model.CallLogEntry;
import dev.guanjia.server.api.model.CallLogPage;
import dev.guanjia.server.api.model.Channel;
import dev.guanjia.server.api.model.ChannelCreate;
import dev.guanjia.server.api.model.ChannelPage;
import dev.guanjia.server.api.model.RequestAnswerCreate;
import dev.guanjia.server.api.model.RequestOrderCreate;
import dev.guanjia.server.api.model.RequesterNote;
import dev.guanjia.server.api.model.RequesterNoteCreate;
import dev.guanjia.server.api.model.RequesterNotePage;
import dev.guanjia.server.api.model.ServiceRequest;
import dev.guanjia.server.api.model.ServiceRequestCreate;
import dev.guanjia.server.api.model.ServiceRequestPage;
import dev.guanjia.server.api.model.WorkOrder;
import dev.guanjia.server.application.ChannelDesk;
import dev.guanjia.server.application.RequestHandling;
import dev.guanjia.server.application.RequestHandling.Spoken;
import dev.guanjia.server.application.ServiceRequestDesk;
import dev.guanjia.server.application.ServiceRequestReader;
import dev.guanjia.server.application.WorkOrderReader;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.RequesterNoteStore.CallFilter;
import dev.guanjia.server.store.ServiceRequestStore.Filter;
import dev.guanjia.server.store.ServiceRequestStore.Place;
import dev.guanjia.server.store.ServiceRequestStore.RequestRow;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people ask for, and by which ways. */
@RestController
@RequestMapping("/v1")
class ServiceRequestController implements ServiceRequestsApi {

    private final CurrentCaller caller;
    private final ServiceRequestDesk desk;
    private final RequestHandling handling;
    private final ServiceRequestReader reader;
    private final WorkOrderReader orders;
    private final ChannelDesk channels;
    private final Clock clock;

    ServiceRequestController(
            CurrentCaller caller,
            ServiceRequestDesk desk,
            RequestHandling handling,
            ServiceRequestReader reader,
            WorkOrderReader orders,
            ChannelDesk channels,
            Clock clock) {
        this.caller = caller;
        this.desk = desk;
        this.handling = handling;
        this.reader = reader;
        this.orders = orders;
        this.channels = channels;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<ServiceRequest> createServiceRequest(
            String idempotencyKey, ServiceRequestCreate body) {
        RequestRow row = desk.create(caller.get(), ServiceRequestMapping.said(body));
        return ResponseEntity.created(Wire.location("service-requests", row.id()))
                .body(ServiceRequestMapping.listed(row));
    }

    @Override
    public ResponseEntity<ServiceRequest> getServiceRequest(String serviceRequestId) {
        return ResponseEntity.ok(
                ServiceRequestMapping.whole(reader.get(caller.get(), serviceRequestId)));
    }

    @Override
    public ResponseEntity<ServiceRequestPage> listServiceRequests(
            @Nullable String state,
            @Nullable String channel,
            @Nullable String communityId,
            @Nullable String requester,
            @Nullable OffsetDateTime receivedFrom,
            @Nullable OffsetDateTime receivedTo,
            @Nullable String kind,
            @Nullable String unitId,
            Integer limit,
            @Nullable String cursor) {
        Filter filter =
                new Filter(
                        state,
                        kind,
                        channel,
                        new Place(communityId, unitId),
                        requester,
                        WorkOrderMapping.instant(receivedFrom),
                        WorkOrderMapping.instant(receivedTo));
        PageRequest request = PageRequest.of("service-requests", limit, cursor);
        Page<ServiceRequest> page =
                reader.list(caller.get(), filter, request).map(ServiceRequestMapping::listed);
        return ResponseEntity.ok(
                new ServiceRequestPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<WorkOrder> openRequestOrder(
            String serviceRequestId, String idempotencyKey, RequestOrderCreate body) {
        WorkOrderRow row =
                handling.open(caller.get(), serviceRequestId, ServiceRequestMapping.chosen(body));
        return ResponseEntity.created(Wire.location("work-orders", row.id()))
                .eTag(Version.tag(row.version()))
                .body(WorkOrderMapping.whole(orders.show(caller.get(), row), clock.instant()));
    }

    @Override
    public ResponseEntity<ServiceRequest> answerServiceRequest(
            String serviceRequestId, String idempotencyKey, RequestAnswerCreate body) {
        Spoken spoken = new Spoken(body.getText(), null, body.getAnsweredAt().toInstant());
        RequestRow row = handling.answer(caller.get(), serviceRequestId, spoken);
        return ResponseEntity.status(HttpStatus.CREATED).body(ServiceRequestMapping.listed(row));
    }

    @Override
    public ResponseEntity<RequesterNote> tellRequester(
            String serviceRequestId, String idempotencyKey, RequesterNoteCreate body) {
        Spoken spoken = new Spoken(body.getText(), body.getChannel(), body.getToldAt().toInstant());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        ServiceRequestMapping.note(
                                handling.tell(caller.get(), serviceRequestId, spoken)));
    }

    @Override
    public ResponseEntity<RequesterNotePage> listRequesterNotes(
            String serviceRequestId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("requester-notes", limit, cursor);
        Page<RequesterNote> page =
                reader.notes(caller.get(), serviceRequestId, request)
                        .map(ServiceRequestMapping::note);
        return ResponseEntity.ok(new RequesterNotePage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<CallLogPage> listCallLog(
            @Nullable String direction,
            @Nullable OffsetDateTime callsFrom,
            @Nullable OffsetDateTime callsTo,
            @Nullable String communityId,
            @Nullable String staffId,
            Integer limit,
            @Nullable String cursor) {
        CallFilter filter =
                new CallFilter(
                        direction,
                        communityId,
                        staffId,
                        WorkOrderMapping.instant(callsFrom),
                        WorkOrderMapping.instant(callsTo));
        PageRequest request = PageRequest.of("call-log", limit, cursor);
        Page<CallLogEntry> page =
                reader.calls(caller.get(), filter, request).map(ServiceRequestMapping::call);
        return ResponseEntity.ok(new CallLogPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<ChannelPage> listChannels(
            @Nullable OffsetDateTime asOf, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("channels", limit, cursor);
        Page<Channel> page =
                channels.list(caller.get(), Optional.ofNullable(asOf), request)
                        .map(ServiceRequestMapping::channel);
        return ResponseEntity.ok(new ChannelPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<Channel> setChannel(String idempotencyKey, ChannelCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        ServiceRequestMapping.channel(
                                channels.set(caller.get(), ServiceRequestMapping.draft(body))));
    }
}
