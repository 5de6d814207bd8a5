package dev.guanjia.server.application;

import dev.guanjia.billing.settlement.Allocation;
import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.billing.settlement.PaymentReversal;
import dev.guanjia.billing.settlement.PaymentReversal.Request;
import dev.guanjia.billing.settlement.PaymentReversed;
import dev.guanjia.billing.settlement.Refund;
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

    private static final String APPROVE = "approve-payment-reversal";

    private final Clerk clerk;
    private final BusinessTime times;
    private final PaymentUndoing undoing;
    private final PaymentReversalStore reversals;
    private final ReopenedStore reopened;
    private final Postings postings;
    private final PaymentPapers papers;

    PaymentReversalDesk(
            Clerk clerk,
            BusinessTime times,
            PaymentUndoing undoing,
            PaymentReversalStore reversals,
            ReopenedStore reopened,
            Postings postings,
            PaymentPapers papers) {
        this.clerk = clerk;
        this.times = times;
        this.undoing = undoing;
        this.reversals = reversals;
        this.reopened = reopened;
        this.postings = postings;
        this.papers = papers;
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
     * A reversal, and what it opened again.
     *
     * @param row where it stands
     * @param reopened none until it is posted
     */
    public record Seen(ReversalRow row, List<Allocation> reopened) {}

    /**
     * Asks to undo a payment.
     *
     * @param caller who asks
     * @param paymentId the payment
     * @param draft why
     * @return the proposal
     */
    public Seen propose(Caller caller, String paymentId, Draft draft) {
        clerk.admit(caller, "propose-payment-reversal", paymentId);
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
        clerk.done(
                caller, "propose-payment-reversal", request.id(), Map.of("payment_id", paymentId));
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
    public Seen approve(Caller caller, String id, String ifMatch, PaymentYes yes) {
        clerk.admit(caller, APPROVE, id);
        SettledPayment payment = undoing.lock(caller, find(caller, id).request().payment().value());
        Request request = lock(caller, id, ifMatch).request();
        yes.check(times);
        Refund.Approval approval =
                new Refund.Approval(clerk.actor(caller), yes.reference(), yes.on());
        PaymentReversed event =
                PaymentUndoing.unlessOwn(
                        request.approve(payment, approval), new Breach(APPROVE, id));
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
     * @param caller who says no
     * @param id the reversal id
     * @param ifMatch the version last seen
     * @param on the day
     * @return the reversal, rejected
     */
    public Seen reject(Caller caller, String id, String ifMatch, LocalDate on) {
        clerk.admit(caller, "reject-payment-reversal", id);
        Request request = lock(caller, id, ifMatch).request();
        Given given = new Given();
        given.day("/rejected_on", on);
        given.end();
        times.require(on);
        Request rejected = Refused.unlessAccepted(request.reject());
        reversals.decide(
                caller.tenant(),
                rejected,
                new PaymentDecision(clerk.actor(caller), on, null),
                Money.zero(BookMoney.CURRENCY));
        clerk.done(
                caller,
                "reject-payment-reversal",
                id,
                Map.of("payment_id", request.payment().value()));
        return get(caller, id);
    }

    private ReversalRow find(Caller caller, String id) {
        return reversals.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    private ReversalRow lock(Caller caller, String id, String ifMatch) {
        ReversalRow row = reversals.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Version.require(ifMatch, row.version());
        return row;
    }

    /**
     * Reads a reversal.
     *
     * @param caller who asks
     * @param id the reversal id
     * @return the reversal
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Seen get(Caller caller, String id) {
        return new Seen(
                find(caller, id),
                reopened.of(caller.tenant(), List.of(id)).getOrDefault(id, List.of()));
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
    public Page<Seen> list(Caller caller, @Nullable String paymentId, PageRequest request) {
        Page<ReversalRow> page = reversals.list(caller.tenant(), paymentId, request);
        Map<String, List<Allocation>> parts =
                reopened.of(
                        caller.tenant(),
                        page.items().stream().map(row -> row.request().id()).toList());
        return page.map(row -> new Seen(row, parts.getOrDefault(row.request().id(), List.of())));
    }
}
