package dev.guanjia.server.application;

import dev.guanjia.billing.BillingRefusal;
import dev.guanjia.billing.receipt.Taking;
import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.billing.settlement.Refund;
import dev.guanjia.billing.settlement.RefundPaid;
import dev.guanjia.billing.settlement.SettledPayment;
import dev.guanjia.billing.settlement.SettlementRefusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.PaymentCaseBook.Seen;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.PaymentDecision;
import dev.guanjia.server.store.PaymentRefundStore;
import dev.guanjia.server.store.PaymentRefundStore.RefundRow;
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

    private static final String PROPOSE = "propose-payment-refund";
    private static final String APPROVE = "approve-payment-refund";
    private static final String REJECT = "reject-payment-refund";
    private static final String CANCEL = "cancel-payment-refund";

    /** Which reason lies in which field of a proposal. */
    private static final Map<RefusalCode, String> FIELDS =
            Map.of(
                    SettlementRefusal.PAYMENT_REFUND_NOT_POSITIVE, "/amount",
                    SettlementRefusal.PAYMENT_REFUND_OVER_LEFT, "/amount",
                    BillingRefusal.CURRENCY_MISMATCH, "/amount/currency",
                    SettlementRefusal.SETTLEMENT_WITHOUT_REASON, "/reason",
                    SettlementRefusal.SETTLEMENT_TOO_EARLY, "/proposed_on");

    private final Clerk clerk;
    private final BusinessTime times;
    private final PaymentUndoing undoing;
    private final PaymentRefundStore refunds;
    private final PaymentCaseBook<RefundRow> book;
    private final Postings postings;
    private final Signing signing;
    private final Takings takings;

    PaymentRefundDesk(
            Clerk clerk,
            BusinessTime times,
            PaymentUndoing undoing,
            PaymentRefundStore refunds,
            ReopenedStore reopened,
            Postings postings,
            Signing signing,
            Takings takings) {
        this.clerk = clerk;
        this.times = times;
        this.undoing = undoing;
        this.refunds = refunds;
        this.book = new PaymentCaseBook<>(refunds.cases(), reopened);
        this.postings = postings;
        this.signing = signing;
        this.takings = takings;
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
     * Asks to give money back.
     *
     * @param caller who asks
     * @param paymentId of which payment
     * @param draft how much and why
     * @return the proposal
     */
    public Seen<RefundRow> propose(Caller caller, String paymentId, Draft draft) {
        clerk.admit(caller, PROPOSE, paymentId);
        SettledPayment payment = undoing.lock(caller, paymentId);
        Refund.Proposal wanted = read(caller, paymentId, draft);
        undoing.requireNoYear(caller, paymentId, draft.on());
        Refused.unlessAccepted(payment.proposeRefund(wanted), FIELDS);
        refunds.add(caller.tenant(), wanted, clerk.now());
        clerk.done(
                caller,
                PROPOSE,
                wanted.id(),
                Map.of("payment_id", paymentId, "amount", wanted.amount().toString()));
        return get(caller, wanted.id());
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
    public Seen<RefundRow> approve(Caller caller, String id, String ifMatch, PaymentYes yes) {
        clerk.admit(caller, APPROVE, id);
        Refund refund = book.lock(caller, id, ifMatch).refund();
        yes.check(times);
        Refund.Approval approval =
                new Refund.Approval(clerk.actor(caller), yes.reference(), yes.on());
        Refund approved =
                PaymentUndoing.unlessOwn(refund.approve(approval), new Breach(APPROVE, id));
        Refund.Proposal wanted = refund.proposal();
        signing.require(
                caller,
                new Signing.Wanted(
                        AuthorityKind.REFUND,
                        wanted.amount(),
                        wanted.proposer().staff(),
                        yes.on(),
                        List.of(yes.reference())),
                new Breach(APPROVE, id));
        refunds.decide(
                caller.tenant(),
                approved,
                new PaymentDecision(approval.approver(), yes.on(), yes.reference()));
        return done(caller, APPROVE, refund);
    }

    /**
     * Keeps the money.
     *
     * @param caller who says no; who asked takes it back with that
     * @param id the refund id
     * @param ifMatch the version last seen
     * @param on the day
     * @return the refund, rejected or withdrawn
     */
    public Seen<RefundRow> reject(Caller caller, String id, String ifMatch, LocalDate on) {
        boolean own = PaymentCaseBook.isOwn(caller, book.find(caller, id));
        clerk.admit(caller, own ? PROPOSE : REJECT, id);
        Refund refund = book.lock(caller, id, ifMatch).refund();
        PaymentUndoing.no(times, on);
        Actor by = clerk.actor(caller);
        Refund ended = Refused.unlessAccepted(refund.reject(by));
        refunds.decide(caller.tenant(), ended, new PaymentDecision(by, on, null));
        return done(caller, REJECT, ended);
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
    public Seen<RefundRow> pay(Caller caller, String id, String ifMatch, Payout payout) {
        clerk.admit(caller, "pay-out-payment-refund", id);
        SettledPayment payment =
                undoing.lock(caller, book.find(caller, id).refund().proposal().payment().value());
        Refund refund = book.lock(caller, id, ifMatch).refund();
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
        takings.add(
                caller,
                new Taking(
                        Taking.Kind.PAYMENT_REFUNDED,
                        id,
                        event.method(),
                        refund.proposal().amount().negated()),
                event.on());
        return done(caller, "pay-out-payment-refund", refund);
    }

    /**
     * That the money leaves, as it was given.
     *
     * @param method by which way
     * @param on the day
     */
    public record Payout(String method, LocalDate on) {}

    /**
     * Gives up an approved refund that nobody fetched; the money stays where it is.
     *
     * @param caller who gives it up; who asked for it may, too
     * @param id the refund id
     * @param ifMatch the version last seen
     * @param no why and when
     * @return the refund, cancelled
     */
    public Seen<RefundRow> cancel(Caller caller, String id, String ifMatch, RefundGivenUp no) {
        boolean own = PaymentCaseBook.isOwn(caller, book.find(caller, id));
        clerk.admit(caller, own ? PROPOSE : CANCEL, id);
        Refund refund = book.lock(caller, id, ifMatch).refund();
        Refund.Cancellation given = no.check(times, clerk.actor(caller));
        Refused.unlessAccepted(refund.cancel(given), RefundGivenUp.FIELDS);
        refunds.cancel(caller.tenant(), id, given);
        return done(caller, CANCEL, refund);
    }

    private Seen<RefundRow> done(Caller caller, String command, Refund refund) {
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

    /**
     * Reads a refund.
     *
     * @param caller who asks
     * @param id the refund id
     * @return the refund
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Seen<RefundRow> get(Caller caller, String id) {
        return book.seen(caller, id);
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
    public Page<Seen<RefundRow>> list(
            Caller caller, @Nullable String paymentId, PageRequest request) {
        return book.list(caller, paymentId, request);
    }
}
