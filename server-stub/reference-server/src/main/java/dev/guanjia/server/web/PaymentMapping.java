package dev.guanjia.server.web;

import dev.guanjia.billing.settlement.Allocation;
import dev.guanjia.billing.settlement.PaymentTaken;
import dev.guanjia.billing.settlement.PrepaymentRule;
import dev.guanjia.property.Payer;
import dev.guanjia.server.api.model.Money;
import dev.guanjia.server.api.model.Payment;
import dev.guanjia.server.api.model.PaymentAllocation;
import dev.guanjia.server.api.model.PaymentCreate;
import dev.guanjia.server.api.model.PaymentFileItem;
import dev.guanjia.server.api.model.PaymentFileResult;
import dev.guanjia.server.api.model.PaymentPayer;
import dev.guanjia.server.api.model.PaymentPreview;
import dev.guanjia.server.api.model.PaymentPreviewCreate;
import dev.guanjia.server.api.model.PaymentSharing;
import dev.guanjia.server.api.model.PrepaymentBalance;
import dev.guanjia.server.api.model.PrepaymentUse;
import dev.guanjia.server.application.Amount;
import dev.guanjia.server.application.PaymentDesk.Seen;
import dev.guanjia.server.application.PaymentFileDesk;
import dev.guanjia.server.application.PrepaymentDesk;
import dev.guanjia.server.application.Sharing;
import dev.guanjia.server.store.PaymentStore.PaymentRow;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Payments and prepayments as the document has them. */
final class PaymentMapping {

    private PaymentMapping() {}

    static Amount amount(Money money) {
        return new Amount(money.getAmount(), money.getCurrency());
    }

    static Sharing sharing(PaymentCreate body) {
        return sharing(
                body.getUnitIds(), body.getPayer(), body.getAllocation(), body.getPrepaidFeeItem());
    }

    static Sharing sharing(PaymentPreviewCreate body) {
        return sharing(body.getUnitIds(), body.getPayer(), body.getAllocation(), null);
    }

    private static Sharing sharing(
            @Nullable List<String> units,
            @Nullable PaymentPayer payer,
            @Nullable PaymentSharing order,
            @Nullable String item) {
        return new Sharing(
                units == null ? List.of() : units,
                payer == null ? null : new Sharing.Who(payer.getKind(), payer.getId()),
                order == null ? null : order(order),
                item);
    }

    private static Sharing.Order order(PaymentSharing order) {
        return new Sharing.Order(
                order.getOrder(),
                order.getFeeItems(),
                Optional.ofNullable(order.getChoices())
                        .map(
                                all ->
                                        all.stream()
                                                .map(
                                                        one ->
                                                                new Sharing.Choice(
                                                                        one.getChargeId(),
                                                                        amount(one.getAmount())))
                                                .toList())
                        .orElse(null));
    }

    static Payment payment(Seen seen) {
        PaymentRow row = seen.row();
        dev.guanjia.billing.settlement.Payment payment = row.payment();
        return new Payment(
                        payment.id().value(),
                        payment.unit().value(),
                        Wire.money(payment.amount()),
                        payment.method().name(),
                        payment.paidOn(),
                        row.receipt().numberText(),
                        allocations(row.receipt().payment().allocations()),
                        Wire.money(row.receipt().payment().prepayment()),
                        Wire.at(row.recordedAt()))
                .externalReference(row.externalReference())
                .payer(payer(row.terms().payer()))
                .allocationOrder(row.terms().order())
                .prepaidFeeItem(row.terms().prepaidItem())
                .reversed(seen.settled().reversal() != null)
                .settles(allocations(seen.settled().standing()))
                .left(Wire.money(seen.settled().left()))
                .refunded(Wire.money(seen.settled().refunded()));
    }

    static PaymentPayer payer(Payer payer) {
        return new PaymentPayer(payer.kind().name(), payer.id());
    }

    static List<PaymentAllocation> allocations(List<Allocation> parts) {
        return parts.stream().map(PaymentMapping::allocation).toList();
    }

    private static PaymentAllocation allocation(Allocation part) {
        return new PaymentAllocation(
                        part.charge().value(),
                        part.key().feeItem().value(),
                        Wire.money(part.amount()))
                .unitId(part.key().unit().value());
    }

    static PaymentPreview preview(PaymentTaken taken) {
        return new PaymentPreview(
                Wire.money(taken.payment().amount()),
                allocations(taken.allocations()),
                Wire.money(taken.prepayment()));
    }

    static PrepaymentBalance balance(String unitId, PrepaymentDesk.Balance balance) {
        return new PrepaymentBalance(unitId, payer(balance.payer()), Wire.money(balance.balance()))
                .feeItem(balance.item() == null ? null : balance.item().value());
    }

    static PrepaymentUse use(PrepaymentRule.Use use) {
        return new PrepaymentUse(
                use.payment().value(),
                use.part().charge().value(),
                use.part().key().feeItem().value(),
                Wire.money(use.part().amount()));
    }

    static PaymentFileResult file(List<PaymentFileDesk.Result> results) {
        long taken = results.stream().filter(PaymentFileDesk.Result::taken).count();
        return new PaymentFileResult(
                results.size(),
                Math.toIntExact(taken),
                results.stream().map(PaymentMapping::item).toList());
    }

    private static PaymentFileItem item(PaymentFileDesk.Result result) {
        PaymentRow row = result.row();
        return new PaymentFileItem(
                result.number(),
                String.valueOf(row.externalReference()),
                row.payment().id().value(),
                row.receipt().numberText(),
                result.taken());
    }
}
