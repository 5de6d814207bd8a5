package dev.guanjia.server.application;

import dev.guanjia.billing.settlement.Payment;
import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.billing.settlement.PaymentTaken;
import dev.guanjia.billing.settlement.SettledPayment;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.PaymentTaking.Wanted;
import dev.guanjia.server.application.SharingReader.Read;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.PaymentStore;
import dev.guanjia.server.store.PaymentStore.Filter;
import dev.guanjia.server.store.PaymentStore.PaymentRow;
import dev.guanjia.server.store.SettledPaymentStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Takes the money that comes in. */
@Service
public class PaymentDesk {

    private final Clerk clerk;
    private final BusinessTime times;
    private final SharingReader sharings;
    private final PaymentTaking taking;
    private final PaymentStore payments;
    private final SettledPaymentStore settled;

    PaymentDesk(
            Clerk clerk,
            BusinessTime times,
            SharingReader sharings,
            PaymentTaking taking,
            PaymentStore payments,
            SettledPaymentStore settled) {
        this.clerk = clerk;
        this.times = times;
        this.sharings = sharings;
        this.taking = taking;
        this.payments = payments;
        this.settled = settled;
    }

    /**
     * Money as it was given.
     *
     * @param unitId for which unit
     * @param amount how much
     * @param method how
     * @param paidOn the day
     * @param externalReference the number of the bank or the payment service, where known
     * @param sharing which charges it settles
     */
    public record Draft(
            String unitId,
            Amount amount,
            String method,
            LocalDate paidOn,
            Optional<String> externalReference,
            Sharing sharing) {

        private GivenMoney money() {
            return new GivenMoney(amount, method, paidOn, externalReference);
        }
    }

    /**
     * A payment, and what has become of it.
     *
     * @param row how it was taken
     * @param settled how it stands now
     */
    public record Seen(PaymentRow row, SettledPayment settled) {}

    /**
     * Takes money: it pays the open charges of the payer in the order that was asked for, and the
     * rest is kept.
     *
     * @param caller who asks
     * @param draft the money
     * @return the payment with its receipt
     */
    public Seen create(Caller caller, Draft draft) {
        clerk.admit(caller, "create-payment", draft.unitId());
        Wanted wanted = read(caller, draft);
        Payment payment = wanted.payment();
        times.require(payment.paidOn());
        BookMoney.require(payment.amount());
        PaymentTaken taken = Refused.unlessAccepted(taking.decide(caller.tenant(), wanted));
        PaymentRow row = taking.keep(caller, wanted, taken, draft.externalReference());
        Map<String, String> facts =
                Map.of(
                        "unit_id", payment.unit().value(),
                        "amount", payment.amount().toString(),
                        "receipt_no", row.receipt().numberText());
        clerk.done(caller, "create-payment", payment.id().value(), facts);
        return new Seen(row, SettledPayment.of(taken));
    }

    /** Locks the units, so that nobody else settles their charges meanwhile. */
    private Wanted read(Caller caller, Draft draft) {
        Given given = new Given();
        TreeSet<String> units = new TreeSet<>(draft.sharing().unitIds());
        units.remove(draft.unitId());
        TreeSet<String> all = new TreeSet<>(units);
        all.add(draft.unitId());
        taking.lock(caller.tenant(), all).forEach(id -> noteUnit(given, draft, id));
        Optional<Payment> payment = draft.money().read(given, draft.unitId());
        Read read = sharings.read(given, caller.tenant(), draft.sharing());
        given.end();
        return new Wanted(payment.orElseThrow(), units, read);
    }

    private static void noteUnit(Given given, Draft draft, String id) {
        int place = draft.sharing().unitIds().indexOf(id);
        given.unknown(id.equals(draft.unitId()) ? "/unit_id" : "/unit_ids/" + place, id);
    }

    /**
     * Shows what a payment would settle; none is taken.
     *
     * @param caller who asks
     * @param unitId for which unit
     * @param amount how much
     * @param sharing which charges it would settle
     * @return how it would be taken
     */
    public PaymentTaken preview(Caller caller, String unitId, Amount amount, Sharing sharing) {
        Draft draft =
                new Draft(
                        unitId,
                        amount,
                        PaymentMethod.CASH.name(),
                        LocalDate.EPOCH,
                        Optional.empty(),
                        sharing);
        // neither the method nor the day has a say in how it is shared out
        Wanted wanted = read(caller, draft);
        BookMoney.require(wanted.payment().amount());
        return Refused.unlessAccepted(taking.decide(caller.tenant(), wanted));
    }

    /**
     * Reads a payment.
     *
     * @param caller who asks
     * @param id the payment id
     * @return the payment
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Seen get(Caller caller, String id) {
        PaymentRow row = payments.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        return seen(caller.tenant(), List.of(row)).get(0);
    }

    /**
     * Lists payments by day and receipt number.
     *
     * @param caller who asks
     * @param filter which of them
     * @param request which page
     * @return the page
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page<Seen> list(Caller caller, Filter filter, PageRequest request) {
        Given given = new Given();
        filter.from().ifPresent(day -> given.day("from", day));
        filter.to().ifPresent(day -> given.day("to", day));
        given.end();
        Page<PaymentRow> page = payments.list(caller.tenant(), filter, request);
        return new Page<>(seen(caller.tenant(), page.items()), page.nextCursor());
    }

    private List<Seen> seen(String tenant, List<PaymentRow> rows) {
        Map<PaymentId, SettledPayment> now =
                settled.of(tenant, rows.stream().map(row -> row.receipt().payment()).toList());
        return rows.stream().map(row -> new Seen(row, now.get(row.payment().id()))).toList();
    }
}
