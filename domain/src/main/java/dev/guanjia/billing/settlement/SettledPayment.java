package dev.guanjia.billing.settlement;

import dev.guanjia.billing.BillingRefusal;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A payment and what has become of it: what settles charges, what is left, what was refunded. The
 * three come to what was paid, until it is reversed. Source: requirements 05 S20.
 *
 * @param taken how it was taken
 * @param standing what settles charges now, in the order in which it was settled
 * @param refunded what was given back, zero or more
 * @param paidOut what was paid out with refunds of the charges that it settles, by charge; no more
 *     than settles them
 * @param since the last day on which something became of it
 * @param reversal why it is undone; null while it stands
 */
public record SettledPayment(
        PaymentTaken taken,
        List<Allocation> standing,
        Money refunded,
        Map<ChargeId, Money> paidOut,
        LocalDate since,
        @Nullable PaymentReversal reversal) {

    /** Nothing is used twice, and nothing of a reversed payment is used. */
    public SettledPayment {
        standing = List.copyOf(standing);
        paidOut = Collections.unmodifiableMap(new TreeMap<>(paidOut));
        Money used = standing.stream().map(Allocation::amount).reduce(refunded, Money::plus);
        if (refunded.isNegative()
                || !settled(standing).containsAll(paidOut.keySet())
                || used.compareTo(taken.payment().amount()) > 0
                || (reversal != null && !used.isZero())) {
            throw new IllegalArgumentException(used + " used of payment " + taken.payment().id());
        }
    }

    /**
     * A payment just taken.
     *
     * @param taken how
     * @return nothing has become of it yet
     */
    public static SettledPayment of(PaymentTaken taken) {
        Money none = Money.zero(taken.payment().amount().currency());
        LocalDate day = taken.payment().paidOn();
        return new SettledPayment(taken, taken.allocations(), none, Map.of(), day, null);
    }

    private static List<ChargeId> settled(List<Allocation> standing) {
        return standing.stream().map(Allocation::charge).toList();
    }

    /**
     * What is kept for charges to come.
     *
     * @return what was paid, less what settles charges and what was refunded; zero when reversed
     */
    public Money left() {
        Money free = taken.payment().amount().minus(refunded);
        Money left = standing.stream().map(Allocation::amount).reduce(free, Money::minus);
        return reversal == null ? left : Money.zero(left.currency());
    }

    /**
     * Uses some of what is left for a charge.
     *
     * @param part which charge, how much
     * @return the payment, with that part standing last
     * @throws IllegalArgumentException if less is left
     */
    public SettledPayment apply(Allocation part) {
        List<Allocation> parts = new ArrayList<>(standing);
        parts.add(part);
        return new SettledPayment(taken, parts, refunded, paidOut, since, reversal);
    }

    /**
     * Decides on a proposal to undo the payment.
     *
     * @param wanted why, when
     * @return the proposal, to be approved; or refused because the payment is reversed already,
     *     some of it was refunded, no reason is given, or it is dated before what last became of
     *     the payment
     * @throws IllegalArgumentException if the proposal is for another payment
     */
    public Decision<PaymentReversal.Request> proposeReversal(PaymentReversal.Request wanted) {
        if (!wanted.payment().equals(id())) {
            throw new IllegalArgumentException(wanted + " is not of payment " + id());
        }
        List<Refusal> reasons = new ArrayList<>(undone());
        withoutReason(wanted.reason()).ifPresent(reasons::add);
        tooEarly(wanted.proposedOn()).ifPresent(reasons::add);
        return reasons.isEmpty() ? Decision.accept(wanted) : Decision.refuse(reasons);
    }

    /**
     * Decides on undoing the payment.
     *
     * @param wanted why, under which approval, when
     * @return what is undone; or refused because it is reversed already, some of it went back, no
     *     reason or approval is given, or it is dated before what last became of the payment
     */
    public Decision<PaymentReversed> reverse(PaymentReversal wanted) {
        List<Refusal> reasons = new ArrayList<>(undone());
        withoutReason(wanted.reason()).ifPresent(reasons::add);
        SettlementRefusal.blank(
                        SettlementRefusal.SETTLEMENT_WITHOUT_APPROVAL, id(), wanted.approval())
                .ifPresent(reasons::add);
        tooEarly(wanted.on()).ifPresent(reasons::add);
        return reasons.isEmpty()
                ? Decision.accept(new PaymentReversed(this, wanted))
                : Decision.refuse(reasons);
    }

    /**
     * Decides on a proposal to give money back.
     *
     * @param wanted how much, why, when
     * @return the refund, to be approved; or refused because the payment is reversed, the amount is
     *     not positive, in another currency or more than is left of what was paid, no reason is
     *     given, or it is dated before the payment was taken
     * @throws IllegalArgumentException if the proposal is for another payment
     */
    public Decision<Refund> proposeRefund(Refund.Proposal wanted) {
        List<Refusal> reasons = new ArrayList<>(amountFaults(wanted));
        withoutReason(wanted.reason()).ifPresent(reasons::add);
        SettlementRefusal.early(id(), taken.payment().paidOn(), wanted.proposedOn())
                .ifPresent(reasons::add);
        return reasons.isEmpty()
                ? Decision.accept(Refund.proposed(wanted))
                : Decision.refuse(reasons);
    }

    /**
     * Decides on paying an approved refund out.
     *
     * @param refund the refund
     * @param method how the money leaves
     * @param on the day
     * @return what is given back; or refused because the refund is not approved, the payment was
     *     reversed or refunded meanwhile, or it is dated before the approval or what last became of
     *     the payment
     * @throws IllegalArgumentException if the refund is of another payment
     */
    public Decision<RefundPaid> payOut(Refund refund, PaymentMethod method, LocalDate on) {
        List<Refusal> reasons = new ArrayList<>();
        refund.wrongState(Refund.Action.PAY).ifPresent(reasons::add);
        reasons.addAll(amountFaults(refund.proposal()));
        Refund.Approval approval = refund.approval();
        LocalDate agreed = approval == null ? since : approval.on();
        SettlementRefusal.early(id(), agreed.isAfter(since) ? agreed : since, on)
                .ifPresent(reasons::add);
        return reasons.isEmpty()
                ? Decision.accept(new RefundPaid(this, refund, method, on))
                : Decision.refuse(reasons);
    }

    /**
     * Decides on writing a receipt.
     *
     * @return the payment; or refused because it was reversed
     */
    public Decision<SettledPayment> requireStanding() {
        return reversed()
                .<Decision<SettledPayment>>map(reason -> Decision.refuse(List.of(reason)))
                .orElseGet(() -> Decision.accept(this));
    }

    private List<Refusal> undone() {
        List<Refusal> reasons = new ArrayList<>();
        reversed().ifPresent(reasons::add);
        Money back = refunded.plus(out());
        if (back.isPositive()) {
            reasons.add(
                    SettlementRefusal.PAYMENT_REFUNDED.because(
                            "payment", id().value(), "refunded", back.toString()));
        }
        return reasons;
    }

    private Money out() {
        return paidOut.values().stream().reduce(Money.zero(refunded.currency()), Money::plus);
    }

    /** What may still go of this source; what a refund of a charge paid out is gone. */
    private Money most(Refund.Source source) {
        return switch (source) {
            case PAYMENT -> taken.payment().amount().minus(refunded).minus(out());
            case PREPAYMENT -> left();
        };
    }

    private List<Refusal> amountFaults(Refund.Proposal wanted) {
        if (!wanted.payment().equals(id())) {
            throw new IllegalArgumentException(wanted + " is not of payment " + id());
        }
        Money amount = wanted.amount();
        Money most = most(wanted.source());
        if (!amount.currency().equals(most.currency())) {
            return List.of(BillingRefusal.currencyMismatch(most.currency(), amount.currency()));
        }
        List<Refusal> reasons = new ArrayList<>();
        reversed().ifPresent(reasons::add);
        if (!amount.isPositive()) {
            reasons.add(
                    SettlementRefusal.PAYMENT_REFUND_NOT_POSITIVE.because(
                            "payment", id().value(), "amount", amount.toString()));
        }
        if (amount.compareTo(most) > 0) {
            reasons.add(
                    SettlementRefusal.PAYMENT_REFUND_OVER_LEFT.because(
                            "payment", id().value(),
                            "amount", amount.toString(),
                            "left", most.toString()));
        }
        return reasons;
    }

    private Optional<Refusal> reversed() {
        return Optional.ofNullable(reversal)
                .map(
                        past ->
                                SettlementRefusal.PAYMENT_REVERSED.because(
                                        "payment", id().value(), "on", past.on().toString()));
    }

    private Optional<Refusal> withoutReason(String reason) {
        return SettlementRefusal.blank(SettlementRefusal.SETTLEMENT_WITHOUT_REASON, id(), reason);
    }

    private Optional<Refusal> tooEarly(LocalDate on) {
        return SettlementRefusal.early(id(), since, on);
    }

    private PaymentId id() {
        return taken.payment().id();
    }
}
