package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.CallBacksApi;
import dev.guanjia.server.api.model.CallBack;
import dev.guanjia.server.api.model.CallBackCreate;
import dev.guanjia.server.api.model.CallBackPage;
import dev.guanjia.server.api.model.CallBackPolicy;
import dev.guanjia.server.api.model.CallBackPolicyCreate;
import dev.guanjia.server.api.model.CallBackPolicyPage;
import dev.guanjia.server.api.model.CallBackRateRow;
import dev.guanjia.server.api.model.CallBackRateRowPage;
import dev.guanjia.server.api.model.CallBackRates;
import dev.guanjia.server.api.model.CallBackReason;
import dev.guanjia.server.api.model.CallBackReasonPage;
import dev.guanjia.server.api.model.CallBackSample;
import dev.guanjia.server.api.model.CallBackSampleCreate;
import dev.guanjia.server.api.model.CallBackSampleOrder;
import dev.guanjia.server.api.model.CallBackSampleOrderPage;
import dev.guanjia.server.api.model.CallBackSamplePage;
import dev.guanjia.server.api.model.CallBackTask;
import dev.guanjia.server.api.model.CallBackTaskPage;
import dev.guanjia.server.api.model.WorkOrderRating;
import dev.guanjia.server.api.model.WorkOrderRatingCreate;
import dev.guanjia.server.api.model.WorkOrderRatingPage;
import dev.guanjia.server.application.CallBackDesk;
import dev.guanjia.server.application.CallBackPolicyDesk;
import dev.guanjia.server.application.CallBackReader;
import dev.guanjia.server.application.CallBackReader.Query;
import dev.guanjia.server.application.CallBackSampleDesk;
import dev.guanjia.server.application.DispatchBook.Seen;
import dev.guanjia.server.application.GivenLabel;
import dev.guanjia.server.application.RatingDesk;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.CallBackOrderStore.Filter;
import dev.guanjia.server.store.CallBackSampleStore;
import dev.guanjia.server.store.CallBackSampleStore.Draw;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which customers are called back, and what they said. */
@RestController
@RequestMapping("/v1")
class CallBackController implements CallBacksApi {

    private final CurrentCaller caller;
    private final CallBackPolicyDesk policies;
    private final CallBackDesk desk;
    private final CallBackSampleDesk samples;
    private final CallBackReader reader;
    private final RatingDesk ratings;

    CallBackController(
            CurrentCaller caller,
            CallBackPolicyDesk policies,
            CallBackDesk desk,
            CallBackSampleDesk samples,
            CallBackReader reader,
            RatingDesk ratings) {
        this.caller = caller;
        this.policies = policies;
        this.desk = desk;
        this.samples = samples;
        this.reader = reader;
        this.ratings = ratings;
    }

    @Override
    public ResponseEntity<CallBackPolicyPage> listCallBackPolicies(
            @Nullable String kind, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("call-back-policies", limit, cursor);
        Page<CallBackPolicy> page =
                policies.list(caller.get(), kind, request).map(CallBackMapping::policy);
        return ResponseEntity.ok(
                new CallBackPolicyPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<CallBackPolicy> createCallBackPolicy(
            String idempotencyKey, CallBackPolicyCreate body) {
        CallBackPolicyDesk.Draft draft =
                new CallBackPolicyDesk.Draft(
                        new CallBackPolicyDesk.Which(
                                body.getKind(),
                                body.getCustomer(),
                                body.getMode(),
                                body.getPercent(),
                                body.getSeed()),
                        body.getCallers(),
                        body.getSameDepartment(),
                        new GivenLabel(body.getLabel().getZh(), body.getLabel().getEn()),
                        body.getFrom());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(CallBackMapping.policy(policies.create(caller.get(), draft)));
    }

    @Override
    public ResponseEntity<CallBackReasonPage> listCallBackReasons(
            Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("call-back-reasons", limit, cursor);
        Page<CallBackReason> page = policies.reasons(request).map(CallBackMapping::reason);
        return ResponseEntity.ok(
                new CallBackReasonPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<CallBackTaskPage> listCallBackTasks(
            @Nullable String communityId,
            @Nullable String kind,
            @Nullable String unitId,
            @Nullable String assigneeId,
            Integer limit,
            @Nullable String cursor) {
        Filter filter = new Filter(communityId, unitId, kind, assigneeId);
        PageRequest request = PageRequest.of("call-back-tasks", limit, cursor);
        Page<CallBackTask> page =
                reader.tasks(caller.get(), filter, request).map(CallBackMapping::task);
        return ResponseEntity.ok(new CallBackTaskPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<CallBackPage> listWorkOrderCallBacks(
            String workOrderId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("call-backs", limit, cursor);
        Page<CallBack> page =
                reader.calls(caller.get(), workOrderId, request).map(CallBackMapping::call);
        return ResponseEntity.ok(new CallBackPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<CallBack> recordCallBack(
            String workOrderId, String idempotencyKey, String ifMatch, CallBackCreate body) {
        CallBackDesk.Draft draft =
                new CallBackDesk.Draft(
                        body.getWay(),
                        body.getResult(),
                        Optional.<List<String>>ofNullable(body.getReasons()).orElse(List.of()),
                        body.getOccurredAt().toInstant(),
                        body.getNote());
        CallBackDesk.Done done = desk.record(caller.get(), new Seen(workOrderId, ifMatch), draft);
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(Version.tag(done.version()))
                .body(CallBackMapping.call(done.row()));
    }

    @Override
    public ResponseEntity<WorkOrderRatingPage> listWorkOrderRatings(
            String workOrderId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("ratings", limit, cursor);
        Page<WorkOrderRating> page =
                ratings.list(caller.get(), workOrderId, request).map(CallBackMapping::rating);
        return ResponseEntity.ok(
                new WorkOrderRatingPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<WorkOrderRating> rateWorkOrder(
            String workOrderId, String idempotencyKey, WorkOrderRatingCreate body) {
        RatingDesk.Draft draft =
                new RatingDesk.Draft(
                        body.getResult(),
                        Optional.<List<String>>ofNullable(body.getReasons()).orElse(List.of()),
                        body.getOccurredAt().toInstant(),
                        body.getNote());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(CallBackMapping.rating(ratings.rate(caller.get(), workOrderId, draft)));
    }

    @Override
    public ResponseEntity<CallBackSample> createCallBackSample(
            String idempotencyKey, CallBackSampleCreate body) {
        Draw draw =
                new Draw(
                        body.getCommunityId(),
                        body.getPeriod(),
                        body.getKind(),
                        body.getPercent(),
                        body.getSeed());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(CallBackMapping.sample(samples.draw(caller.get(), draw)));
    }

    @Override
    public ResponseEntity<CallBackSamplePage> listCallBackSamples(
            @Nullable String communityId,
            @Nullable String kind,
            @Nullable String period,
            Integer limit,
            @Nullable String cursor) {
        CallBackSampleStore.Filter filter =
                new CallBackSampleStore.Filter(communityId, period, kind);
        PageRequest request = PageRequest.of("call-back-samples", limit, cursor);
        Page<CallBackSample> page =
                samples.list(caller.get(), filter, request).map(CallBackMapping::sample);
        return ResponseEntity.ok(
                new CallBackSamplePage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<CallBackSampleOrderPage> listCallBackSampleOrders(
            String sampleId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("call-back-sample-orders", limit, cursor);
        Page<CallBackSampleOrder> page =
                samples.orders(caller.get(), sampleId, request).map(CallBackMapping::drawn);
        return ResponseEntity.ok(
                new CallBackSampleOrderPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<CallBackRates> getCallBackRates(
            String communityId, String period, @Nullable String kind) {
        Query query = new Query(communityId, period, kind);
        return ResponseEntity.ok(CallBackMapping.rates(query, reader.rates(caller.get(), query)));
    }

    @Override
    public ResponseEntity<CallBackRateRowPage> listCallBackRateRows(
            String communityId,
            String period,
            @Nullable String kind,
            Integer limit,
            @Nullable String cursor) {
        PageRequest request = PageRequest.of("call-back-rate-rows", limit, cursor);
        Page<CallBackRateRow> page =
                reader.rows(caller.get(), new Query(communityId, period, kind), request)
                        .map(CallBackMapping::row);
        return ResponseEntity.ok(
                new CallBackRateRowPage(page.items()).nextCursor(page.nextCursor()));
    }
}
