package dev.guanjia.server.application;

import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.billing.settlement.PaymentReversal;
import dev.guanjia.billing.settlement.PaymentReversal.Request;
import dev.guanjia.billing.settlement.PaymentReversed;
import dev.guanjia.billing.settlement.Refund;
import dev.guanjia.billing.settlement.SettledPayment;
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
import dev.guanjia.server.store.PaymentReversalStore;
import dev.guanjia.server.store.PaymentReversalStore.ReversalRow;
import dev.guanjia.server.store.ReopenedStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Undoes payments: one person proposes, another approves, and with that it is in the books. */
@Service
public class PaymentReversalDesk {

    private static final String PROPOSE = "propose-payment-reversal";
    private static final String APPROVE = "approve-payment-reversal";
    private static final String REJECT = "reject-payment-reversal";

    private final Clerk clerk;
    private final BusinessTime times;
    private final PaymentUndoing undoing;
    private final PaymentReversalStore reversals;
    private final PaymentCaseBook<ReversalRow> book;
    private final Postings postings;
    private final PaymentPapers papers;
    private final Signing signing;

    PaymentReversalDesk(
            Clerk clerk,
            BusinessTime times,
            PaymentUndoing undoing,
            PaymentReversalStore reversals,
            ReopenedStore reopened,
            Postings postings,
            PaymentPapers papers,
            Signing signing) {
        this.clerk = clerk;
        this.times = times;
        this.undoing = undoing;
        this.reversals = reversals;
        this.book = new PaymentCaseBook<>(reversals.cases(), reopened);
        this.postings = postings;
        this.papers = papers;
        this.signing = signing;
    }

    /**
     * A proposal as it was given.
     *
     * @param cause what went wrong
     * @param reason in words
     * @param on the day
     */
    public record Draft(String cause, String reason, LocalDate on) {}

    /**
     * Asks to undo a payment.
     *
     * @param caller who asks
     * @param paymentId the payment
     * @param draft why
     * @return the proposal
     */
    public Seen<ReversalRow> propose(Caller caller, String paymentId, Draft draft) {
        clerk.admit(caller, PROPOSE, paymentId);
        SettledPayment payment = undoing.lock(caller, paymentId);
        Given given = new Given();
        Optional<PaymentReversal.Cause> cause =
                given.known("/cause", draft.cause(), PaymentReversal.Cause.class);
        given.text("/reason", draft.reason());
        given.day("/proposed_on", draft.on());
        given.end();
        times.require(draft.on());
        Request request =
                Refused.unlessAccepted(
                        payment.proposeReversal(
                                new Request(
                                        Ids.next("pv"),
                                        new PaymentId(paymentId),
                                        cause.orElseThrow(),
                                        draft.reason(),
                                        clerk.actor(caller),
                                        draft.on(),
                                        PaymentReversal.State.PROPOSED)));
        reversals.add(caller.tenant(), request, clerk.now());
        clerk.done(caller, PROPOSE, request.id(), Map.of("payment_id", paymentId));
        return get(caller, request.id());
    }

    /**
     * Undoes the payment.
     *
     * @param caller who approves
     * @param id the reversal id
     * @param ifMatch the version last seen
     * @param yes under which reference, when
     * @return the reversal, posted
     */
    public Seen<ReversalRow> approve(Caller caller, String id, String ifMatch, PaymentYes yes) {
        clerk.admit(caller, APPROVE, id);
        SettledPayment payment =
                undoing.lock(caller, book.find(caller, id).request().payment().value());
        Request request = book.lock(caller, id, ifMatch).request();
        yes.check(times);
        Refund.Approval approval =
                new Refund.Approval(clerk.actor(caller), yes.reference(), yes.on());
        PaymentReversed event =
                PaymentUndoing.unlessOwn(
                        request.approve(payment, approval), new Breach(APPROVE, id));
        signing.require(
                caller,
                new Signing.Wanted(
                        AuthorityKind.PAYMENT_REVERSAL,
                        payment.taken().payment().amount(),
                        request.proposer().staff(),
                        yes.on(),
                        List.of(yes.reference())),
                new Breach(APPROVE, id));
        postings.reversal(caller, id, event);
        undoing.reopen(caller, event.reopened(), id, yes.on());
        reversals.decide(
                caller.tenant(),
                request.posted(),
                new PaymentDecision(approval.approver(), yes.on(), yes.reference()),
                event.prepayment());
        papers.takeBack(caller, payment.taken().payment(), yes.on(), request.reason());
        clerk.done(caller, APPROVE, id, Map.of("payment_id", request.payment().value()));
        return get(caller, id);
    }

    /**
     * Lets the payment stand.
     *
     * @param caller who says no; who asked takes it back with that
     * @param id the reversal id
     * @param ifMatch the version last seen
     * @param on the day
     * @return the reversal, rejected or withdrawn
     */
    public Seen<ReversalRow> reject(Caller caller, String id, String ifMatch, LocalDate on) {
        boolean own = PaymentCaseBook.isOwn(caller, book.find(caller, id));
        clerk.admit(caller, own ? PROPOSE : REJECT, id);
        Request request = book.lock(caller, id, ifMatch).request();
        PaymentUndoing.no(times, on);
        Actor by = clerk.actor(caller);
        Request ended = Refused.unlessAccepted(request.reject(by));
        reversals.decide(
                caller.tenant(),
                ended,
                new PaymentDecision(by, on, null),
                Money.zero(BookMoney.CURRENCY));
        clerk.done(caller, REJECT, id, Map.of("payment_id", request.payment().value()));
        return get(caller, id);
    }

    /**
     * Reads a reversal.
     *
     * @param caller who asks
     * @param id the reversal id
     * @return the reversal
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Seen<ReversalRow> get(Caller caller, String id) {
        return book.seen(caller, id);
    }

    /**
     * Lists reversals in the order in which they were proposed.
     *
     * @param caller who asks
     * @param paymentId of which payment; null for any
     * @param request which page
     * @return the page
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page<Seen<ReversalRow>> list(
            Caller caller, @Nullable String paymentId, PageRequest request) {
        return book.list(caller, paymentId, request);
    }
}
