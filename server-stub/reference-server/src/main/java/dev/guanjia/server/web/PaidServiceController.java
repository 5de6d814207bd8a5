package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.PaidServicesApi;
import dev.guanjia.server.api.model.AcceptanceCreate;
import dev.guanjia.server.api.model.ActualWorkCreate;
import dev.guanjia.server.api.model.ConsentCreate;
import dev.guanjia.server.api.model.PaidWork;
import dev.guanjia.server.api.model.QuoteCreate;
import dev.guanjia.server.api.model.RefundCreate;
import dev.guanjia.server.api.model.ServicePrice;
import dev.guanjia.server.api.model.ServicePriceCreate;
import dev.guanjia.server.api.model.ServicePricePage;
import dev.guanjia.server.application.PaidAcceptanceDesk;
import dev.guanjia.server.application.PaidRefundDesk;
import dev.guanjia.server.application.PaidWorkDesk;
import dev.guanjia.server.application.PaidWorkReader;
import dev.guanjia.server.application.PaidWorkReader.Explained;
import dev.guanjia.server.application.ServicePriceDesk;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.PaidWorkStore.PaidWorkRow;
import dev.guanjia.server.store.ServicePriceStore.Filter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Paid repairs and special services. */
@RestController
@RequestMapping("/v1")
class PaidServiceController implements PaidServicesApi {

    private final CurrentCaller caller;
    private final ServicePriceDesk prices;
    private final PaidWorkDesk works;
    private final PaidAcceptanceDesk acceptances;
    private final PaidRefundDesk refunds;
    private final PaidWorkReader reader;

    PaidServiceController(
            CurrentCaller caller,
            ServicePriceDesk prices,
            PaidWorkDesk works,
            PaidAcceptanceDesk acceptances,
            PaidRefundDesk refunds,
            PaidWorkReader reader) {
        this.caller = caller;
        this.prices = prices;
        this.works = works;
        this.acceptances = acceptances;
        this.refunds = refunds;
        this.reader = reader;
    }

    @Override
    public ResponseEntity<ServicePricePage> listServicePrices(
            @Nullable String item, @Nullable LocalDate on, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("service-prices", limit, cursor);
        Page<ServicePrice> page =
                prices.list(caller.get(), new Filter(item, on), request)
                        .map(PaidServiceMapping::price);
        return ResponseEntity.ok(new ServicePricePage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<ServicePrice> createServicePrice(
            String idempotencyKey, ServicePriceCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        PaidServiceMapping.price(
                                prices.create(caller.get(), PaidServiceMapping.draft(body))));
    }

    @Override
    public ResponseEntity<PaidWork> quotePaidWork(
            String workOrderId, String idempotencyKey, QuoteCreate body, @Nullable String ifMatch) {
        return answer(
                works.quote(caller.get(), workOrderId, ifMatch, PaidServiceMapping.draft(body)));
    }

    @Override
    public ResponseEntity<PaidWork> consentToPaidWork(
            String workOrderId, String idempotencyKey, String ifMatch, ConsentCreate body) {
        return answer(
                works.answer(caller.get(), workOrderId, ifMatch, PaidServiceMapping.draft(body)));
    }

    @Override
    public ResponseEntity<PaidWork> recordActualWork(
            String workOrderId, String idempotencyKey, String ifMatch, ActualWorkCreate body) {
        return answer(
                works.finish(caller.get(), workOrderId, ifMatch, PaidServiceMapping.draft(body)));
    }

    @Override
    public ResponseEntity<PaidWork> acceptPaidWork(
            String workOrderId, String idempotencyKey, String ifMatch, AcceptanceCreate body) {
        return answer(
                acceptances.answer(
                        caller.get(), workOrderId, ifMatch, PaidServiceMapping.draft(body)));
    }

    @Override
    public ResponseEntity<PaidWork> refundPaidWork(
            String workOrderId, String idempotencyKey, String ifMatch, RefundCreate body) {
        return answer(
                refunds.refund(caller.get(), workOrderId, ifMatch, PaidServiceMapping.draft(body)));
    }

    @Override
    public ResponseEntity<PaidWork> getPaidWork(String workOrderId) {
        return answer(reader.get(caller.get(), workOrderId));
    }

    private ResponseEntity<PaidWork> answer(PaidWorkRow row) {
        return answer(reader.explain(caller.get(), row));
    }

    private static ResponseEntity<PaidWork> answer(Explained explained) {
        return ResponseEntity.ok()
                .eTag(Version.tag(explained.row().version()))
                .body(PaidServiceMapping.work(explained));
    }
}
