package dev.guanjia.server.application;

import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.property.Payer;
import dev.guanjia.reaction.ChargeEntered;
import dev.guanjia.reaction.PaidBilling;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.PaidInput.WordDraft;
import dev.guanjia.server.application.PaidWorkBook.Command;
import dev.guanjia.server.application.PaidWorkBook.Entry;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.BillingLocks;
import dev.guanjia.server.store.PaidChargeStore;
import dev.guanjia.server.store.PaidWorkStore.PaidWorkRow;
import dev.guanjia.server.store.UnitStore;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.Link;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.paid.OwnerWord;
import dev.guanjia.workorder.paid.PaidAction;
import dev.guanjia.workorder.paid.PaidCharge;
import dev.guanjia.workorder.paid.PaidLine;
import dev.guanjia.workorder.paid.PaidWork;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Records whether an owner takes the work; who does is charged for it. */
@Service
public class PaidAcceptanceDesk {

    private final PaidWorkBook book;
    private final BillingLocks locks;
    private final PaidChargeStore charges;
    private final UnitStore units;
    private final Postings postings;
    private final PrepaymentUsing prepayments;
    private final WorkOrderNotes notes;

    PaidAcceptanceDesk(
            PaidWorkBook book,
            BillingLocks locks,
            PaidChargeStore charges,
            UnitStore units,
            Postings postings,
            PrepaymentUsing prepayments,
            WorkOrderNotes notes) {
        this.book = book;
        this.locks = locks;
        this.charges = charges;
        this.units = units;
        this.postings = postings;
        this.prepayments = prepayments;
        this.notes = notes;
    }

    /**
     * The owner's word on the work.
     *
     * @param answer {@code ACCEPT} or {@code REJECT}
     * @param word how it reached us
     * @param note null for none
     */
    public record Draft(String answer, WordDraft word, @Nullable String note) {}

    /** What an owner may say of the work. */
    private enum Answer {
        ACCEPT,
        REJECT
    }

    /**
     * Records the owner's word.
     *
     * @param caller who asks
     * @param orderId of which order
     * @param ifMatch the versions that the caller has seen
     * @param draft the word
     * @return the paid work, accepted and charged, or rejected
     */
    public PaidWorkRow answer(Caller caller, String orderId, String ifMatch, Draft draft) {
        Command command = new Command(caller, "accept-paid-work", orderId);
        WorkOrderRow order = book.order(command);
        PaidWorkRow row = book.seen(command, ifMatch);
        Given given = new Given();
        Optional<Answer> answer = given.known("/answer", draft.answer(), Answer.class);
        Optional<OwnerWord> read = PaidInput.word(given, draft.word(), book.now());
        PaidInput.note(given, draft.note());
        given.end();
        PaidAction action = PaidAction.valueOf(answer.orElseThrow().name());
        OwnerWord word = read.orElseThrow();
        PaidWorkRow after =
                row.next(Refused.unlessAccepted(row.work().answer(action, word), PaidFields.WORD));
        Entry entry =
                new Entry(
                        action.name(),
                        PaidLine.total(after.work().done()),
                        word.at(),
                        PaidInput.proof(draft.word(), draft.note()),
                        PaidInput.SAID_AT);
        if (action == PaidAction.REJECT) {
            book.keep(command, after, entry);
            book.step(command, order, WorkOrderAction.CUSTOMER_REFUSES, entry);
            return after;
        }
        return accept(command, order, after, entry);
    }

    private PaidWorkRow accept(Command command, WorkOrderRow order, PaidWorkRow row, Entry entry) {
        LocalDate day = book.day(command, order, entry.at());
        PaidWorkRow after =
                due(row.work()).map(paid -> row.charged(charge(command, paid, day))).orElse(row);
        book.keep(command, after, entry);
        WorkOrderRow taken = book.step(command, order, WorkOrderAction.CUSTOMER_ACCEPTS, entry);
        book.step(command, taken, WorkOrderAction.CHARGE, entry);
        return after;
    }

    /** What was free on purpose is taken without a charge. */
    private static Optional<PaidCharge> due(PaidWork work) {
        return work.quote().total().isZero()
                ? Optional.empty()
                : Optional.of(Refused.unlessAccepted(work.charge()));
    }

    private String charge(Command command, PaidCharge paid, LocalDate day) {
        Charge charge =
                new PaidBilling(new WorkOrderId(command.orderId()), payer(command, paid))
                        .charge(new ChargeId(Ids.next("ch")), paid, day);
        String unit = paid.unit().value();
        locks.unit(command.tenant(), unit);
        charges.add(command.tenant(), charge, day);
        postings.charges(command.caller(), List.of(ChargeEntered.of(charge)), day);
        prepayments.bound(command.caller(), unit, day);
        String line = charge.id().value();
        notes.bind(command.caller(), command.orderId(), Link.Kind.BILL_LINE.name(), line);
        return line;
    }

    private Payer payer(Command command, PaidCharge paid) {
        return units.find(command.tenant(), paid.unit().value())
                .map(row -> Payer.owner(row.unit().owner()))
                .orElseThrow();
    }
}
