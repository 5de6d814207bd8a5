package dev.guanjia.server.web;

import dev.guanjia.server.api.ReceiptsApi;
import dev.guanjia.server.api.model.CollectorDay;
import dev.guanjia.server.api.model.CollectorDayClosureCreate;
import dev.guanjia.server.api.model.CollectorDayHandOverCreate;
import dev.guanjia.server.api.model.CollectorDayPage;
import dev.guanjia.server.api.model.Receipt;
import dev.guanjia.server.api.model.ReceiptCreate;
import dev.guanjia.server.api.model.ReceiptHandOverCreate;
import dev.guanjia.server.api.model.ReceiptPage;
import dev.guanjia.server.api.model.ReceiptPrintCreate;
import dev.guanjia.server.api.model.ReceiptSignatureCreate;
import dev.guanjia.server.api.model.ReceiptVoidingCreate;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.ReceiptListStore;
import dev.guanjia.server.store.TakingStore;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Receipts, collectors' days and bill notices. */
@RestController
@RequestMapping("/v1")
class ReceiptController implements ReceiptsApi {

    private final ReceiptAnswers receipts;
    private final CollectorDayAnswers days;
    private final PaperAnswers papers;

    ReceiptController(ReceiptAnswers receipts, CollectorDayAnswers days, PaperAnswers papers) {
        this.receipts = receipts;
        this.days = days;
        this.papers = papers;
    }

    @Override
    public ResponseEntity<ReceiptPage> listReceipts(
            @Nullable String unitId,
            @Nullable String paymentId,
            @Nullable String state,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Integer limit,
            @Nullable String cursor) {
        ReceiptListStore.Filter filter =
                new ReceiptListStore.Filter(
                        Optional.ofNullable(unitId),
                        Optional.ofNullable(paymentId),
                        Optional.ofNullable(state),
                        Optional.ofNullable(from),
                        Optional.ofNullable(to));
        return receipts.list(filter, PageRequest.of("receipts", limit, cursor));
    }

    @Override
    public ResponseEntity<Receipt> createReceipt(String idempotencyKey, ReceiptCreate body) {
        return receipts.create(body.getPaymentId());
    }

    @Override
    public ResponseEntity<Receipt> getReceipt(String receiptId) {
        return receipts.get(receiptId);
    }

    @Override
    public ResponseEntity<Resource> getReceiptHtml(String receiptId) {
        return papers.receiptHtml(receiptId);
    }

    @Override
    public ResponseEntity<Resource> getReceiptPdf(String receiptId) {
        return papers.receiptPdf(receiptId);
    }

    @Override
    public ResponseEntity<Receipt> printReceipt(
            String receiptId, String idempotencyKey, String ifMatch, ReceiptPrintCreate body) {
        return receipts.print(receiptId, ifMatch, Optional.ofNullable(body.getReason()));
    }

    @Override
    public ResponseEntity<Receipt> signReceipt(
            String receiptId, String idempotencyKey, String ifMatch, ReceiptSignatureCreate body) {
        return receipts.sign(receiptId, ifMatch, body.getPayerName());
    }

    @Override
    public ResponseEntity<Receipt> handOverReceipt(
            String receiptId, String idempotencyKey, String ifMatch, ReceiptHandOverCreate body) {
        return receipts.handOver(receiptId, ifMatch, body.getHandedOn());
    }

    @Override
    public ResponseEntity<Receipt> voidReceipt(
            String receiptId, String idempotencyKey, String ifMatch, ReceiptVoidingCreate body) {
        return receipts.cancel(receiptId, ifMatch, body.getReason());
    }

    @Override
    public ResponseEntity<CollectorDayPage> listCollectorDays(
            @Nullable String collectorId,
            @Nullable String state,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Integer limit,
            @Nullable String cursor) {
        TakingStore.Filter filter =
                new TakingStore.Filter(
                        Optional.ofNullable(collectorId),
                        Optional.ofNullable(state),
                        Optional.ofNullable(from),
                        Optional.ofNullable(to));
        return days.list(filter, PageRequest.of("collector-days", limit, cursor));
    }

    @Override
    public ResponseEntity<CollectorDay> getCollectorDay(String collectorDayId) {
        return days.get(collectorDayId);
    }

    @Override
    public ResponseEntity<CollectorDay> closeCollectorDay(
            String collectorDayId,
            String idempotencyKey,
            String ifMatch,
            CollectorDayClosureCreate body) {
        return days.close(collectorDayId, ifMatch, body);
    }

    @Override
    public ResponseEntity<CollectorDay> handOverCollectorDay(
            String collectorDayId,
            String idempotencyKey,
            String ifMatch,
            CollectorDayHandOverCreate body) {
        return days.handOver(collectorDayId, ifMatch, body);
    }

    @Override
    public ResponseEntity<Resource> getBillNoticeHtml(String unitId) {
        return papers.noticeHtml(unitId);
    }

    @Override
    public ResponseEntity<Resource> getBillNoticePdf(String unitId) {
        return papers.noticePdf(unitId);
    }
}
