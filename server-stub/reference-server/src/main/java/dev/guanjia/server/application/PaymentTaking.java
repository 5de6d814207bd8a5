package dev.guanjia.server.application;

import dev.guanjia.billing.settlement.OpenCharge;
import dev.guanjia.billing.settlement.Payment;
import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.billing.settlement.PaymentTaken;
import dev.guanjia.billing.settlement.Receipt;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.property.Payer;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.SharingReader.Read;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.PaymentStore;
import dev.guanjia.server.store.PaymentStore.PaymentRow;
import dev.guanjia.server.store.PaymentStore.PaymentTerms;
import dev.guanjia.server.store.ReceiptCounterStore;
import dev.guanjia.server.store.UnitStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shares money out over the charges of a payer, and keeps what was taken. */
@Component
class PaymentTaking {

    private final OpenCharges open;
    private final UnitStore units;
    private final PaymentStore payments;
    private final ReceiptCounterStore numbers;
    private final Postings postings;
    private final PaymentPapers papers;
    private final Clerk clerk;

    PaymentTaking(
            OpenCharges open,
            UnitStore units,
            PaymentStore payments,
            ReceiptCounterStore numbers,
            Postings postings,
            PaymentPapers papers,
            Clerk clerk) {
        this.open = open;
        this.units = units;
        this.payments = payments;
        this.numbers = numbers;
        this.postings = postings;
        this.papers = papers;
        this.clerk = clerk;
    }

    /**
     * Money and whose charges it settles.
     *
     * @param payment the money, and the unit that it is for
     * @param others other units of the payer
     * @param read how it is shared out
     */
    record Wanted(Payment payment, Collection<String> others, Read read) {

        String unit() {
            return payment.unit().value();
        }
    }

    static PaymentId nextId() {
        return new PaymentId(Ids.next("pm"));
    }

    /**
     * Waits for others who settle charges of these units.
     *
     * @return those that do not exist
     */
    List<String> lock(String tenant, Collection<String> unitIds) {
        List<String> unknown = new ArrayList<>();
        for (String id : new TreeSet<>(unitIds)) {
            if (!open.lock(tenant, id)) {
                unknown.add(id);
            }
        }
        return unknown;
    }

    /** Decides on the payment; nothing is kept. */
    Decision<PaymentTaken> decide(String tenant, Wanted wanted) {
        Payer payer = payer(tenant, wanted);
        Map<String, List<OpenCharge>> charges = new LinkedHashMap<>();
        charges.put(
                wanted.unit(),
                wanted.read().payer() == null
                        ? open.of(tenant, wanted.unit())
                        : open.of(tenant, wanted.unit(), payer));
        wanted.others().forEach(id -> charges.put(id, open.of(tenant, id, payer)));
        List<Refusal> strangers = strangers(tenant, wanted, payer, charges);
        return strangers.isEmpty()
                ? wanted.payment()
                        .take(
                                charges.values().stream().flatMap(List::stream).toList(),
                                wanted.read().order())
                : Decision.refuse(strangers);
    }

    /** Who pays: the one named, or else the owner of the unit. */
    Payer payer(String tenant, Wanted wanted) {
        Payer named = wanted.read().payer();
        return named == null ? owner(tenant, wanted.unit()) : named;
    }

    private Payer owner(String tenant, String unitId) {
        return units.find(tenant, unitId).map(row -> Payer.owner(row.unit().owner())).orElseThrow();
    }

    /** Units that the payer neither owns nor owes anything for. */
    private List<Refusal> strangers(
            String tenant, Wanted wanted, Payer payer, Map<String, List<OpenCharge>> charges) {
        return wanted.others().stream()
                .filter(id -> charges.getOrDefault(id, List.of()).isEmpty())
                .filter(id -> !owner(tenant, id).equals(payer))
                .map(
                        id ->
                                new Refusal(
                                        PaymentRefusal.UNIT_OF_ANOTHER_PAYER,
                                        Map.of("unit", id, "payer", payer.toString())))
                .toList();
    }

    /** A payment that is decided on and stands in the books, and has no receipt yet. */
    record Posted(Wanted wanted, PaymentTaken taken, Payer payer, @Nullable String reference) {}

    /** Keeps a payment that was decided on. */
    PaymentRow keep(Caller caller, Wanted wanted, PaymentTaken taken, Optional<String> reference) {
        return number(caller, List.of(post(caller, wanted, taken, reference))).get(0);
    }

    /** Answers 409 where the day of the collector is closed to a payment. */
    void requireOpenDay(Caller caller, Payment payment) {
        papers.require(caller, payment);
    }

    /** Takes a payment into the books and off what is owed: whoever posts next sees that. */
    Posted post(Caller caller, Wanted wanted, PaymentTaken taken, Optional<String> reference) {
        postings.payment(caller, taken);
        payments.settle(caller.tenant(), taken);
        Payer payer = payer(caller.tenant(), wanted);
        return new Posted(wanted, taken, payer, reference.orElse(null));
    }

    /**
     * Numbers what was posted in this transaction and writes its papers. To be called last: others
     * who take money wait for their number until we are done.
     */
    List<PaymentRow> number(Caller caller, List<Posted> all) {
        long first = numbers.next(caller.tenant(), all.size());
        List<PaymentRow> rows = new ArrayList<>();
        for (Posted one : all) {
            rows.add(row(one, first + rows.size()));
        }
        List<PaymentRow> twice = payments.add(caller.tenant(), rows, clerk.actor(caller));
        if (!twice.isEmpty()) {
            throw Refused.because(
                    twice.stream().map(row -> referenceTaken(caller.tenant(), row)).toList());
        }
        papers.write(caller, all.stream().map(one -> one.taken().payment()).toList());
        return rows;
    }

    private PaymentRow row(Posted one, long number) {
        Read read = one.wanted().read();
        return new PaymentRow(
                new Receipt(number, one.taken()),
                one.reference(),
                clerk.now(),
                new PaymentTerms(one.payer(), read.name(), text(read.prepaidItem())));
    }

    private static @Nullable String text(@Nullable Object item) {
        return item == null ? null : item.toString();
    }

    private Refusal referenceTaken(String tenant, PaymentRow row) {
        String reference = String.valueOf(row.externalReference());
        return referenceTaken(payments.findByReference(tenant, reference).orElseThrow());
    }

    /** That a reference belongs to a payment already. */
    static Refusal referenceTaken(PaymentRow other) {
        return referenceTaken(
                other.externalReference(), other.payment(), other.receipt().numberText());
    }

    /** That a reference belongs to a payment that has no receipt yet. */
    static Refusal referenceTaken(Posted other) {
        return referenceTaken(other.reference(), other.taken().payment(), "-");
    }

    private static Refusal referenceTaken(
            @Nullable String reference, Payment payment, String receipt) {
        return new Refusal(
                PaymentRefusal.EXTERNAL_REFERENCE_TAKEN,
                Map.of(
                        "reference", String.valueOf(reference),
                        "payment", payment.id().value(),
                        "receipt", receipt));
    }
}
