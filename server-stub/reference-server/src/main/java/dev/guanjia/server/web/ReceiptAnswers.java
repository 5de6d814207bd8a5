package dev.guanjia.server.web;

import dev.guanjia.billing.receipt.PaperReceipt;
import dev.guanjia.money.AmountInWords;
import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.model.Receipt;
import dev.guanjia.server.api.model.ReceiptPage;
import dev.guanjia.server.api.model.ReceiptVoiding;
import dev.guanjia.server.application.ReceiptDesk;
import dev.guanjia.server.application.ReceiptReplacement;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.ReceiptListStore.Filter;
import dev.guanjia.server.store.ReceiptStore.ReceiptRow;
import dev.guanjia.server.store.ReceiptStore.Voided;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The operations on receipts as data. */
@Component
class ReceiptAnswers {

    private final CurrentCaller caller;
    private final ReceiptDesk receipts;
    private final ReceiptReplacement replacement;

    ReceiptAnswers(CurrentCaller caller, ReceiptDesk receipts, ReceiptReplacement replacement) {
        this.caller = caller;
        this.receipts = receipts;
        this.replacement = replacement;
    }

    ResponseEntity<ReceiptPage> list(Filter filter, PageRequest request) {
        Page<Receipt> page =
                receipts.list(caller.get(), filter, request).map(ReceiptAnswers::receipt);
        return ResponseEntity.ok(new ReceiptPage(page.items()).nextCursor(page.nextCursor()));
    }

    ResponseEntity<Receipt> create(String paymentId) {
        ReceiptRow row = replacement.create(caller.get(), paymentId);
        return ResponseEntity.created(Wire.location("receipts", row.id()))
                .eTag(Version.tag(row.version()))
                .body(receipt(row));
    }

    ResponseEntity<Receipt> get(String id) {
        return answer(receipts.get(caller.get(), id));
    }

    ResponseEntity<Receipt> print(String id, String ifMatch, Optional<String> reason) {
        return answer(receipts.print(caller.get(), id, ifMatch, reason));
    }

    ResponseEntity<Receipt> sign(String id, String ifMatch, String payer) {
        return answer(receipts.sign(caller.get(), id, ifMatch, payer));
    }

    ResponseEntity<Receipt> handOver(String id, String ifMatch, LocalDate on) {
        return answer(receipts.handOver(caller.get(), id, ifMatch, on));
    }

    ResponseEntity<Receipt> cancel(String id, String ifMatch, String reason) {
        return answer(receipts.cancel(caller.get(), id, ifMatch, reason));
    }

    private static ResponseEntity<Receipt> answer(ReceiptRow row) {
        return ResponseEntity.ok().eTag(Version.tag(row.version())).body(receipt(row));
    }

    private static Receipt receipt(ReceiptRow row) {
        PaperReceipt paper = row.paper();
        return new Receipt(
                        row.id(),
                        paper.number().toString(),
                        paper.number().book(),
                        paper.number().year(),
                        paper.payment().value(),
                        row.unitId(),
                        Wire.money(paper.amount()),
                        AmountInWords.of(paper.amount()),
                        paper.issuedOn(),
                        row.issuedBy(),
                        paper.state().name(),
                        row.use().prints(),
                        Wire.at(row.recordedAt()))
                .payerName(paper.signature().isBlank() ? null : paper.signature())
                .handedOn(row.use().handedOn())
                .voiding(row.use().voided().map(by -> voiding(paper, by)).orElse(null));
    }

    private static ReceiptVoiding voiding(PaperReceipt paper, Voided by) {
        return new ReceiptVoiding(paper.voided(), by.by(), Wire.at(by.at()));
    }
}
