package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.PaymentsApi;
import dev.guanjia.server.api.model.PaymentApprovalCreate;
import dev.guanjia.server.api.model.PaymentCancellationCreate;
import dev.guanjia.server.api.model.PaymentFileResult;
import dev.guanjia.server.api.model.PaymentPayoutCreate;
import dev.guanjia.server.api.model.PaymentPreview;
import dev.guanjia.server.api.model.PaymentPreviewCreate;
import dev.guanjia.server.api.model.PaymentRefund;
import dev.guanjia.server.api.model.PaymentRefundCreate;
import dev.guanjia.server.api.model.PaymentRefundPage;
import dev.guanjia.server.api.model.PaymentRejectionCreate;
import dev.guanjia.server.api.model.PaymentReversal;
import dev.guanjia.server.api.model.PaymentReversalCreate;
import dev.guanjia.server.api.model.PaymentReversalPage;
import dev.guanjia.server.api.model.PrepaymentBalance;
import dev.guanjia.server.api.model.PrepaymentPage;
import dev.guanjia.server.api.model.PrepaymentRule;
import dev.guanjia.server.api.model.PrepaymentRuleCreate;
import dev.guanjia.server.api.model.PrepaymentRulePage;
import dev.guanjia.server.api.model.PrepaymentUseCreate;
import dev.guanjia.server.api.model.PrepaymentUses;
import dev.guanjia.server.application.PaymentCaseBook.Seen;
import dev.guanjia.server.application.PaymentDesk;
import dev.guanjia.server.application.PaymentFileDesk;
import dev.guanjia.server.application.PaymentRefundDesk;
import dev.guanjia.server.application.PaymentReversalDesk;
import dev.guanjia.server.application.PrepaymentDesk;
import dev.guanjia.server.application.RefundGivenUp;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.PaymentRefundStore.RefundRow;
import dev.guanjia.server.store.PaymentReversalStore.ReversalRow;
import dev.guanjia.server.store.PrepaymentRuleStore.RuleRow;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How money is shared out, kept, given back and undone. */
@RestController
@RequestMapping("/v1")
class PaymentController implements PaymentsApi {

    private final CurrentCaller caller;
    private final PaymentDesk payments;
    private final PrepaymentDesk prepayments;
    private final PaymentReversalDesk reversals;
    private final PaymentRefundDesk refunds;
    private final PaymentFileDesk files;

    PaymentController(
            CurrentCaller caller,
            PaymentDesk payments,
            PrepaymentDesk prepayments,
            PaymentReversalDesk reversals,
            PaymentRefundDesk refunds,
            PaymentFileDesk files) {
        this.caller = caller;
        this.payments = payments;
        this.prepayments = prepayments;
        this.reversals = reversals;
        this.refunds = refunds;
        this.files = files;
    }

    @Override
    public ResponseEntity<PaymentPreview> previewPayment(
            String idempotencyKey, PaymentPreviewCreate body) {
        return ResponseEntity.ok(
                PaymentMapping.preview(
                        payments.preview(
                                caller.get(),
                                body.getUnitId(),
                                PaymentMapping.amount(body.getAmount()),
                                PaymentMapping.sharing(body))));
    }

    @Override
    public ResponseEntity<PaymentFileResult> importPaymentFile(String idempotencyKey, String body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(PaymentMapping.file(files.take(caller.get(), body)));
    }

    @Override
    public ResponseEntity<PrepaymentPage> listUnitPrepayments(
            String unitId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("prepayments", limit, cursor);
        Page<PrepaymentBalance> page =
                prepayments
                        .list(caller.get(), unitId, request)
                        .map(balance -> PaymentMapping.balance(unitId, balance));
        return ResponseEntity.ok(new PrepaymentPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<PrepaymentUses> usePrepayments(
            String unitId, String idempotencyKey, PrepaymentUseCreate body) {
        return ResponseEntity.ok(
                new PrepaymentUses(
                        unitId,
                        prepayments.use(caller.get(), unitId, body.getUsedOn()).stream()
                                .map(PaymentMapping::use)
                                .toList()));
    }

    @Override
    public ResponseEntity<PrepaymentRule> createPrepaymentRule(
            String idempotencyKey, PrepaymentRuleCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(rule(prepayments.set(caller.get(), body.getRule(), body.getFrom())));
    }

    @Override
    public ResponseEntity<PrepaymentRulePage> listPrepaymentRules(
            Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("prepayment-rules", limit, cursor);
        Page<PrepaymentRule> page =
                prepayments.rules(caller.get(), request).map(PaymentController::rule);
        return ResponseEntity.ok(
                new PrepaymentRulePage(page.items()).nextCursor(page.nextCursor()));
    }

    private static PrepaymentRule rule(RuleRow row) {
        return new PrepaymentRule(row.id(), row.rule().name(), row.from());
    }

    @Override
    public ResponseEntity<PaymentReversal> proposePaymentReversal(
            String paymentId, String idempotencyKey, PaymentReversalCreate body) {
        PaymentReversalDesk.Draft draft =
                new PaymentReversalDesk.Draft(
                        body.getCause(), body.getReason(), body.getProposedOn());
        Seen<ReversalRow> seen = reversals.propose(caller.get(), paymentId, draft);
        return ResponseEntity.created(Wire.location("payment-reversals", seen.row().request().id()))
                .eTag(Version.tag(seen.row().version()))
                .body(PaymentUndoingMapping.reversal(seen));
    }

    @Override
    public ResponseEntity<PaymentReversal> approvePaymentReversal(
            String paymentReversalId,
            String idempotencyKey,
            String ifMatch,
            PaymentApprovalCreate body) {
        return reversal(
                reversals.approve(
                        caller.get(), paymentReversalId, ifMatch, PaymentUndoingMapping.yes(body)));
    }

    @Override
    public ResponseEntity<PaymentReversal> rejectPaymentReversal(
            String paymentReversalId,
            String idempotencyKey,
            String ifMatch,
            PaymentRejectionCreate body) {
        return reversal(
                reversals.reject(caller.get(), paymentReversalId, ifMatch, body.getRejectedOn()));
    }

    @Override
    public ResponseEntity<PaymentReversal> getPaymentReversal(String paymentReversalId) {
        return reversal(reversals.get(caller.get(), paymentReversalId));
    }

    private static ResponseEntity<PaymentReversal> reversal(Seen<ReversalRow> seen) {
        return ResponseEntity.ok()
                .eTag(Version.tag(seen.row().version()))
                .body(PaymentUndoingMapping.reversal(seen));
    }

    @Override
    public ResponseEntity<PaymentReversalPage> listPaymentReversals(
            @Nullable String paymentId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("payment-reversals", limit, cursor);
        Page<PaymentReversal> page =
                reversals
                        .list(caller.get(), paymentId, request)
                        .map(PaymentUndoingMapping::reversal);
        return ResponseEntity.ok(
                new PaymentReversalPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<PaymentRefund> proposePaymentRefund(
            String paymentId, String idempotencyKey, PaymentRefundCreate body) {
        PaymentRefundDesk.Draft draft =
                new PaymentRefundDesk.Draft(
                        PaymentMapping.amount(body.getAmount()),
                        body.getSource(),
                        body.getReason(),
                        body.getProposedOn());
        Seen<RefundRow> seen = refunds.propose(caller.get(), paymentId, draft);
        return ResponseEntity.created(
                        Wire.location("payment-refunds", seen.row().refund().proposal().id()))
                .eTag(Version.tag(seen.row().version()))
                .body(PaymentUndoingMapping.refund(seen));
    }

    @Override
    public ResponseEntity<PaymentRefund> approvePaymentRefund(
            String paymentRefundId,
            String idempotencyKey,
            String ifMatch,
            PaymentApprovalCreate body) {
        return refund(
                refunds.approve(
                        caller.get(), paymentRefundId, ifMatch, PaymentUndoingMapping.yes(body)));
    }

    @Override
    public ResponseEntity<PaymentRefund> rejectPaymentRefund(
            String paymentRefundId,
            String idempotencyKey,
            String ifMatch,
            PaymentRejectionCreate body) {
        return refund(refunds.reject(caller.get(), paymentRefundId, ifMatch, body.getRejectedOn()));
    }

    @Override
    public ResponseEntity<PaymentRefund> payOutPaymentRefund(
            String paymentRefundId,
            String idempotencyKey,
            String ifMatch,
            PaymentPayoutCreate body) {
        return refund(
                refunds.pay(
                        caller.get(),
                        paymentRefundId,
                        ifMatch,
                        new PaymentRefundDesk.Payout(body.getMethod(), body.getPaidOn())));
    }

    @Override
    public ResponseEntity<PaymentRefund> cancelPaymentRefund(
            String paymentRefundId,
            String idempotencyKey,
            String ifMatch,
            PaymentCancellationCreate body) {
        return refund(
                refunds.cancel(
                        caller.get(),
                        paymentRefundId,
                        ifMatch,
                        new RefundGivenUp(body.getReason(), body.getCancelledOn())));
    }

    @Override
    public ResponseEntity<PaymentRefund> getPaymentRefund(String paymentRefundId) {
        return refund(refunds.get(caller.get(), paymentRefundId));
    }

    private static ResponseEntity<PaymentRefund> refund(Seen<RefundRow> seen) {
        return ResponseEntity.ok()
                .eTag(Version.tag(seen.row().version()))
                .body(PaymentUndoingMapping.refund(seen));
    }

    @Override
    public ResponseEntity<PaymentRefundPage> listPaymentRefunds(
            @Nullable String paymentId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("payment-refunds", limit, cursor);
        Page<PaymentRefund> page =
                refunds.list(caller.get(), paymentId, request).map(PaymentUndoingMapping::refund);
        return ResponseEntity.ok(new PaymentRefundPage(page.items()).nextCursor(page.nextCursor()));
    }
}
