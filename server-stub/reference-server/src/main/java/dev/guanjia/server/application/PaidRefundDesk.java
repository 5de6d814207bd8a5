package dev.guanjia.server.application;

import dev.guanjia.billing.receipt.Taking;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.billing.tariff.Taxed;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.reaction.ChargeRefunded;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.PaidWorkBook.Command;
import dev.guanjia.server.application.PaidWorkBook.Entry;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.ChargeStore.ChargeRow;
import dev.guanjia.server.store.PaidChargeStore;
import dev.guanjia.server.store.PaidChargeStore.RefundRow;
import dev.guanjia.server.store.PaidWorkStore.PaidWorkRow;
import dev.guanjia.server.store.PaidWorkStore.Proof;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.paid.PaidWork;
import dev.guanjia.workorder.paid.Refund;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gives money back where paid work failed. */
@Service
public class PaidRefundDesk {

    private final PaidWorkBook book;
    private final Clerk clerk;
    private final OpenCharges open;
    private final PaidChargeStore charges;
    private final Postings postings;
    private final Signing signing;
    private final Takings takings;

    PaidRefundDesk(
            PaidWorkBook book,
            Clerk clerk,
            OpenCharges open,
            PaidChargeStore charges,
            Postings postings,
            Signing signing,
            Takings takings) {
        this.book = book;
        this.clerk = clerk;
        this.open = open;
        this.charges = charges;
        this.postings = postings;
        this.signing = signing;
        this.takings = takings;
    }

    /**
     * A refund as it was given.
     *
     * @param amount how much
     * @param reason why
     * @param method how what was paid goes back; null where nothing was
     * @param at when it was approved
     */
    public record Draft(Amount amount, String reason, @Nullable String method, Instant at) {}

    /** A draft that fits. */
    private record Wanted(Refund refund, Optional<PaymentMethod> method) {}

    /**
     * Gives money back.
     *
     * @param caller who approves it
     * @param orderId for which order
     * @param ifMatch the versions that the caller has seen
     * @param draft how much and why
     * @return the paid work with its refund
     */
    public PaidWorkRow refund(Caller caller, String orderId, String ifMatch, Draft draft) {
        Command command = new Command(caller, "refund-paid-work", orderId);
        WorkOrderRow order = book.order(command);
        PaidWorkRow row = book.seen(command, ifMatch);
        StaffId worker = requireOther(command, order);
        Wanted wanted = read(caller, draft);
        Refund refund = wanted.refund();
        Optional<ChargeRow> charge = charge(command, row);
        PaidWork work =
                Refused.unlessAccepted(
                        row.work().refund(refund, charged(command.tenant(), row, charge)),
                        PaidFields::refund);
        sign(command, refund, worker, book.day(command, order, refund.at()));
        Taxed taxed = taxed(command, charge.orElseThrow(), refund.amount());
        RefundRow given = keep(command, order, charge.orElseThrow(), wanted);
        PaidWorkRow after = row.next(work);
        book.keep(
                command,
                after,
                new Entry(
                        "REFUND",
                        refund.amount(),
                        refund.at(),
                        new Proof(null, null, refund.reason()),
                        "/approved_at"));
        ChargeRefunded event =
                new ChargeRefunded(
                        given.id(),
                        charge.orElseThrow().key(),
                        taxed,
                        given.paidOut(),
                        given.method() == null ? null : PaymentMethod.valueOf(given.method()));
        postings.refund(caller, event, given.on());
        if (event.method() != null) {
            Money out = event.paidOut().negated();
            takings.add(
                    caller,
                    new Taking(Taking.Kind.SERVICE_REFUNDED, given.id(), event.method(), out),
                    given.on());
        }
        return after;
    }

    /** Who did the work does not approve. */
    private StaffId requireOther(Command command, WorkOrderRow order) {
        StaffId caller = clerk.actor(command.caller()).staff();
        List<StaffId> finished = book.did(command, "FINISH");
        StaffId assignee = order.order().handling().assignee();
        if (caller.equals(assignee) || finished.contains(caller)) {
            throw Refused.lackOfAuthority(
                    List.of(
                            PaidServiceRefusal.REFUND_BY_WORKER.because(
                                    Map.of("staff", caller.value()))),
                    breach(command));
        }
        return assignee == null ? finished.get(0) : assignee;
    }

    private static Breach breach(Command command) {
        return new Breach(command.name(), command.orderId());
    }

    /** Whoever approves gives away no more than they may. */
    private void sign(Command command, Refund refund, StaffId worker, LocalDate day) {
        Signing.Wanted wanted =
                new Signing.Wanted(
                        AuthorityKind.REFUND,
                        refund.amount(),
                        worker,
                        day,
                        List.of(refund.reason()));
        signing.require(command.caller(), wanted, breach(command));
    }

    private Wanted read(Caller caller, Draft draft) {
        Given given = new Given();
        Amount asked = draft.amount();
        Optional<Money> amount =
                BookMoney.given(given, "/amount", asked.amount(), asked.currency());
        given.text("/reason", draft.reason());
        Optional<PaymentMethod> method =
                draft.method() == null
                        ? Optional.empty()
                        : given.known("/method", draft.method(), PaymentMethod.class);
        Optional<Instant> at = new Moments(given, book.now()).past("/approved_at", draft.at());
        given.end();
        Actor actor = clerk.actor(caller);
        return new Wanted(
                new Refund(amount.orElseThrow(), draft.reason(), actor, at.orElseThrow()), method);
    }

    /** Locks the unit, so that nobody else settles the charge meanwhile. */
    private Optional<ChargeRow> charge(Command command, PaidWorkRow row) {
        open.lock(command.tenant(), row.work().quote().unit().value());
        return Optional.ofNullable(row.chargeId()).map(id -> open.charge(command.tenant(), id));
    }

    /** What was waived was not charged in the end. */
    private Money charged(String tenant, PaidWorkRow row, Optional<ChargeRow> charge) {
        Money zero = Money.zero(row.work().quote().total().currency());
        return charge.map(
                        one ->
                                one.standing()
                                        .amount()
                                        .minus(
                                                charges.waived(
                                                        tenant, one.id().value(), zero.currency())))
                .orElse(zero);
    }

    private Taxed taxed(Command command, ChargeRow charge, Money amount) {
        Money before =
                charges.refunds(command.tenant(), command.orderId()).stream()
                        .map(row -> row.refund().amount())
                        .reduce(Money.zero(amount.currency()), Money::plus);
        return ChargeRefunded.taxed(charge.standing().taxed(), before, amount);
    }

    private RefundRow keep(Command command, WorkOrderRow order, ChargeRow charge, Wanted wanted) {
        Refund refund = wanted.refund();
        Money paidOut = ChargeRefunded.paidOut(refund.amount(), charge.standing().open());
        if (paidOut.isPositive() && wanted.method().isEmpty()) {
            throw Refused.because(
                    List.of(
                            PaidServiceRefusal.REFUND_WITHOUT_METHOD.because(
                                    Map.of("paid_out", paidOut.toString()))),
                    Map.of(PaidServiceRefusal.REFUND_WITHOUT_METHOD, "/method"));
        }
        RefundRow row =
                new RefundRow(
                        Ids.next("rf"),
                        charge.id().value(),
                        refund,
                        paidOut,
                        paidOut.isPositive() ? wanted.method().orElseThrow().name() : null,
                        book.day(command, order, refund.at()));
        charges.add(command.tenant(), command.orderId(), row, clerk.now());
        return row;
    }
}
