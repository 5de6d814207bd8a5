package dev.guanjia.server.web;

import dev.guanjia.billing.settlement.PaymentReversal.Request;
import dev.guanjia.billing.settlement.Refund;
import dev.guanjia.server.api.model.PaymentApprovalCreate;
import dev.guanjia.server.api.model.PaymentCancellation;
import dev.guanjia.server.api.model.PaymentDecision;
import dev.guanjia.server.api.model.PaymentPayout;
import dev.guanjia.server.api.model.PaymentRefund;
import dev.guanjia.server.api.model.PaymentReversal;
import dev.guanjia.server.application.PaymentCaseBook.Seen;
import dev.guanjia.server.application.PaymentYes;
import dev.guanjia.server.store.PaymentRefundStore.RefundRow;
import dev.guanjia.server.store.PaymentReversalStore.ReversalRow;
import org.jspecify.annotations.Nullable;

/** Reversals and refunds of payments as the document has them. */
final class PaymentUndoingMapping {

    private PaymentUndoingMapping() {}

    static PaymentYes yes(PaymentApprovalCreate body) {
        return new PaymentYes(body.getReference(), body.getApprovedOn());
    }

    static PaymentReversal reversal(Seen<ReversalRow> seen) {
        Request request = seen.row().request();
        return new PaymentReversal(
                        request.id(),
                        request.payment().value(),
                        seen.row().unitId(),
                        request.cause().name(),
                        request.reason(),
                        request.state().name(),
                        request.proposer().staff().value(),
                        request.proposedOn(),
                        PaymentMapping.allocations(seen.reopened()))
                .decision(decision(seen.row().decision().orElse(null)));
    }

    static PaymentRefund refund(Seen<RefundRow> seen) {
        Refund.Proposal wanted = seen.row().refund().proposal();
        return new PaymentRefund(
                        wanted.id(),
                        wanted.payment().value(),
                        seen.row().unitId(),
                        Wire.money(wanted.amount()),
                        wanted.source().name(),
                        wanted.reason(),
                        seen.row().refund().state().name(),
                        wanted.proposer().staff().value(),
                        wanted.proposedOn())
                .decision(decision(seen.row().decision().orElse(null)))
                .cancellation(cancellation(seen.row().refund().cancellation()))
                .payout(
                        seen.row()
                                .payout()
                                .map(
                                        paid ->
                                                new PaymentPayout(
                                                        paid.method(),
                                                        paid.on(),
                                                        Wire.money(paid.kept()),
                                                        PaymentMapping.allocations(
                                                                seen.reopened())))
                                .orElse(null));
    }

    private static @Nullable PaymentCancellation cancellation(Refund.@Nullable Cancellation given) {
        return given == null
                ? null
                : new PaymentCancellation(given.on(), given.by().staff().value(), given.reason());
    }

    private static @Nullable PaymentDecision decision(
            dev.guanjia.server.store.@Nullable PaymentDecision decision) {
        return decision == null
                ? null
                : new PaymentDecision(decision.by().staff().value(), decision.on())
                        .reference(decision.reference());
    }
}
