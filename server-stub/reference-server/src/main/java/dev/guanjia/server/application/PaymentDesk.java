package dev.guanjia.server.application;

import dev.guanjia.billing.settlement.Payment;
import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.billing.settlement.PaymentTaken;
import dev.guanjia.billing.settlement.Receipt;
import dev.guanjia.money.Money;
import dev.guanjia.property.UnitId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.PaymentStore;
import dev.guanjia.server.store.PaymentStore.Filter;
import dev.guanjia.server.store.PaymentStore.PaymentRow;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Takes the money that comes in. */
@Service
public class PaymentDesk {

    private final Clerk clerk;
    private final BusinessTime times;
    private final OpenCharges open;
    private final PaymentStore payments;
    private final Postings postings;
    private final PaymentPapers papers;

    PaymentDesk(
            Clerk clerk,
            BusinessTime times,
            OpenCharges open,
            PaymentStore payments,
            Postings postings,
            PaymentPapers papers) {
        this.clerk = clerk;
        this.times = times;
        this.open = open;
        this.payments = payments;
        this.postings = postings;
        this.papers = papers;
    }

    /**
     * Money as it was given.
     *
     * @param unitId for which unit
     * @param amount how much, in major units
     * @param currency of what
     * @param method how
     * @param paidOn the day
     * @param externalReference the number of the bank or the payment service, where known
     */
    public record Draft(
            String unitId,
            String amount,
            String currency,
            String method,
            LocalDate paidOn,
            Optional<String> externalReference) {}

    /**
     * Takes money: it pays the open charges of the unit, oldest first, and the rest is kept.
     *
     * @param caller who asks
     * @param draft the money
     * @return the payment with its receipt
     */
    public PaymentRow create(Caller caller, Draft draft) {
        clerk.admit(caller, "create-payment", draft.unitId());
        Payment payment = read(caller, draft);
        times.require(payment.paidOn());
        BookMoney.require(payment.amount());
        PaymentTaken taken =
                Refused.unlessAccepted(payment.take(open.of(caller.tenant(), draft.unitId())));
        postings.payment(caller, taken);
        return keep(caller, taken, draft.externalReference());
    }

    /** Locks the unit, so that nobody else settles its charges meanwhile. */
    private Payment read(Caller caller, Draft draft) {
        Given given = new Given();
        if (!open.lock(caller.tenant(), draft.unitId())) {
            given.unknown("/unit_id", draft.unitId());
        }
        Optional<Money> amount =
                BookMoney.given(given, "/amount", draft.amount(), draft.currency());
        Optional<PaymentMethod> method =
                given.known("/method", draft.method(), PaymentMethod.class);
        Optional<LocalDate> paidOn = given.day("/paid_on", draft.paidOn());
        draft.externalReference().ifPresent(text -> given.text("/external_reference", text));
        given.end();
        return new Payment(
                new PaymentId(Ids.next("pm")),
                new UnitId(draft.unitId()),
                amount.orElseThrow(),
                method.orElseThrow(),
                paidOn.orElseThrow());
    }

    /** Counts the receipt last: others who take money wait for the number until we are done. */
    private PaymentRow keep(Caller caller, PaymentTaken taken, Optional<String> reference) {
        long number = payments.nextReceiptNo(caller.tenant());
        Receipt receipt = new Receipt(number, taken);
        PaymentRow row = new PaymentRow(receipt, reference.orElse(null), clerk.now());
        if (!payments.add(caller.tenant(), row, clerk.actor(caller))) {
            throw referenceTaken(caller, reference.orElse(""));
        }
        papers.write(caller, taken.payment());
        Map<String, String> facts =
                Map.of(
                        "unit_id", taken.payment().unit().value(),
                        "amount", taken.payment().amount().toString(),
                        "receipt_no", receipt.numberText());
        clerk.done(caller, "create-payment", taken.payment().id().value(), facts);
        return row;
    }

    private Refused referenceTaken(Caller caller, String reference) {
        PaymentRow other = payments.findByReference(caller.tenant(), reference).orElseThrow();
        return PaymentRefusal.EXTERNAL_REFERENCE_TAKEN.with(
                Map.of(
                        "reference", reference,
                        "payment", other.payment().id().value(),
                        "receipt", other.receipt().numberText()));
    }

    /**
     * Reads a payment.
     *
     * @param caller who asks
     * @param id the payment id
     * @return the payment
     */
    public PaymentRow get(Caller caller, String id) {
        return payments.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Lists payments by day and receipt number.
     *
     * @param caller who asks
     * @param filter which of them
     * @param request which page
     * @return the page
     */
    public Page<PaymentRow> list(Caller caller, Filter filter, PageRequest request) {
        Given given = new Given();
        filter.from().ifPresent(day -> given.day("from", day));
        filter.to().ifPresent(day -> given.day("to", day));
        given.end();
        return payments.list(caller.tenant(), filter, request);
    }
}
