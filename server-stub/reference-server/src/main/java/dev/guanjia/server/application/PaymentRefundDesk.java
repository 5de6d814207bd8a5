package dev.guanjia.server.application;

import dev.guanjia.billing.settlement.Allocation;
import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.billing.settlement.Refund;
import dev.guanjia.billing.settlement.RefundPaid;
import dev.guanjia.billing.settlement.SettledPayment;
import dev.guanjia.money.Money;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.PaymentDecision;
import dev.guanjia.server.store.PaymentRefundStore;
import dev.guanjia.server.store.PaymentRefundStore.RefundRow;
import dev.guanjia.server.store.PrepaidYearStore;
import dev.guanjia.server.store.ReopenedStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Gives money of payments back: one person proposes, another approves, and it is paid out. */
@Service
public class PaymentRefundDesk {

    private static final String APPROVE = "approve-payment-refund";

    private final Clerk clerk;
    private final BusinessTime times;
    private final PaymentUndoing undoing;
    private final PaymentRefundStore refunds;
    private final ReopenedStore reopened;
    private final Postings postings;
    private final PrepaidYearStore years;

    PaymentRefundDesk(
            Clerk clerk,
            BusinessTime times,
            PaymentUndoing undoing,
            PaymentRefundStore refunds,
            ReopenedStore reopened,
            Postings postings,
            PrepaidYearStore years) {
        this.clerk = clerk;
        this.times = times;
        this.undoing = undoing;
        this.refunds = refunds;
        this.reopened = reopened;
        this.postings = postings;
        this.years = years;
    }

    /**
     * A proposal as it was given.
     *
     * @param amount how much
     * @param source what of the payment may go; null for all of it
     * @param reason in words
     * @param on the day
     */
    public record Draft(Amount amount, @Nullable String source, String reason, LocalDate on) {}

    /**
     * A refund, and what it opened again.
     *
     * @param row where it stands
     * @param reopened none until it is paid out
     */
    public record Seen(RefundRow row, List<Allocation> reopened) {}

    /**
     * Asks to give money back.
     *
     * @param caller who asks
     * @param paymentId of which payment
     * @param draft how much and why
     * @return the proposal
     */
    public Seen propose(Caller caller, String paymentId, Draft draft) {
        clerk.admit(caller, "propose-payment-refund", paymentId);
        SettledPayment payment = undoing.lock(caller, paymentId);
        Refund.Proposal wanted = read(caller, paymentId, draft);
        requireNoYear(caller, paymentId, draft.on());
        Refused.unlessAccepted(payment.proposeRefund(wanted));
        refunds.add(caller.tenant(), wanted, clerk.now());
        clerk.done(
                caller,
                "propose-payment-refund",
                wanted.id(),
                Map.of("payment_id", paymentId, "amount", wanted.amount().toString()));
        return get(caller, wanted.id());
    }

    /** Money that earned a discount for a year stays until its end, or the payment is reversed. */
    private void requireNoYear(Caller caller, String paymentId, LocalDate on) {
        years.end(caller.tenant(), paymentId)
                .filter(on::isBefore)
                .ifPresent(
                        end -> {
                            throw PaymentRefusal.PREPAID_YEAR_RUNS.with(
                                    Map.of("payment", paymentId, "end", end.toString()));
                        });
    }

    private Refund.Proposal read(Caller caller, String paymentId, Draft draft) {
        Given given = new Given();
        Amount asked = draft.amount();
        Optional<Money> amount =
                BookMoney.given(given, "/amount", asked.amount(), asked.currency());
        Optional<Refund.Source> source =
                draft.source() == null
                        ? Optional.of(Refund.Source.PAYMENT)
                        : given.known("/source", draft.source(), Refund.Source.class);
        given.text("/reason", draft.reason());
        given.day("/proposed_on", draft.on());
        given.end();
        times.require(draft.on());
        return new Refund.Proposal(
                Ids.next("pf"),
                new PaymentId(paymentId),
                source.orElseThrow(),
                amount.orElseThrow(),
                draft.reason(),
                clerk.actor(caller),
                draft.on());
    }

    /**
     * Approves a refund.
     *
     * @param caller who approves
     * @param id the refund id
     * @param ifMatch the version last seen
     * @param yes under which reference, when
     * @return the refund, approved
     */
    public Seen approve(Caller caller, String id, String ifMatch, PaymentYes yes) {
        clerk.admit(caller, APPROVE, id);
        Refund refund = lock(caller, id, ifMatch).refund();
        yes.check(times);
        Refund.Approval approval =
                new Refund.Approval(clerk.actor(caller), yes.reference(), yes.on());
        Refund approved =
                PaymentUndoing.unlessOwn(refund.approve(approval), new Breach(APPROVE, id));
        refunds.decide(
                caller.tenant(),
                approved,
                new PaymentDecision(approval.approver(), yes.on(), yes.reference()));
        return done(caller, APPROVE, refund);
    }

    /**
     * Keeps the money.
     *
     * @param caller who says no
     * @param id the refund id
     * @param ifMatch the version last seen
     * @param on the day
     * @return the refund, rejected
     */
    public Seen reject(Caller caller, String id, String ifMatch, LocalDate on) {
        clerk.admit(caller, "reject-payment-refund", id);
        Refund refund = lock(caller, id, ifMatch).refund();
        Given given = new Given();
        given.day("/rejected_on", on);
        given.end();
        times.require(on);
        Refund rejected = Refused.unlessAccepted(refund.reject());
        refunds.decide(
                caller.tenant(), rejected, new PaymentDecision(clerk.actor(caller), on, null));
        return done(caller, "reject-payment-refund", refund);
    }

    /**
     * Pays an approved refund out.
     *
     * @param caller who hands the money over
     * @param id the refund id
     * @param ifMatch the version last seen
     * @param payout how the money leaves
     * @return the refund, paid
     */
    public Seen pay(Caller caller, String id, String ifMatch, Payout payout) {
        clerk.admit(caller, "pay-out-payment-refund", id);
        SettledPayment payment =
                undoing.lock(caller, find(caller, id).refund().proposal().payment().value());
        Refund refund = lock(caller, id, ifMatch).refund();
        Given given = new Given();
        Optional<PaymentMethod> way = given.known("/method", payout.method(), PaymentMethod.class);
        given.day("/paid_on", payout.on());
        given.end();
        times.require(payout.on());
        RefundPaid event =
                Refused.unlessAccepted(payment.payOut(refund, way.orElseThrow(), payout.on()));
        postings.refund(caller, event);
        undoing.reopen(caller, event.reopened(), id, payout.on());
        refunds.pay(caller.tenant(), event, clerk.actor(caller));
        return done(caller, "pay-out-payment-refund", refund);
    }

    /**
     * That the money leaves, as it was given.
     *
     * @param method by which way
     * @param on the day
     */
    public record Payout(String method, LocalDate on) {}

    private Seen done(Caller caller, String command, Refund refund) {
        Refund.Proposal wanted = refund.proposal();
        clerk.done(
                caller,
                command,
                wanted.id(),
                Map.of(
                        "payment_id", wanted.payment().value(),
                        "amount", wanted.amount().toString()));
        return get(caller, wanted.id());
    }

    private RefundRow find(Caller caller, String id) {
        return refunds.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    private RefundRow lock(Caller caller, String id, String ifMatch) {
        RefundRow row = refunds.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Version.require(ifMatch, row.version());
        return row;
    }

    /**
     * Reads a refund.
     *
     * @param caller who asks
     * @param id the refund id
     * @return the refund
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Seen get(Caller caller, String id) {
        return new Seen(
                find(caller, id),
                reopened.of(caller.tenant(), List.of(id)).getOrDefault(id, List.of()));
    }

    /**
     * Lists refunds in the order in which they were proposed.
     *
     * @param caller who asks
     * @param paymentId of which payment; null for any
     * @param request which page
     * @return the page
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page<Seen> list(Caller caller, @Nullable String paymentId, PageRequest request) {
        Page<RefundRow> page = refunds.list(caller.tenant(), paymentId, request);
        Map<String, List<Allocation>> parts =
                reopened.of(
                        caller.tenant(),
                        page.items().stream().map(row -> row.refund().proposal().id()).toList());
        return page.map(
                row -> new Seen(row, parts.getOrDefault(row.refund().proposal().id(), List.of())));
    }
}
