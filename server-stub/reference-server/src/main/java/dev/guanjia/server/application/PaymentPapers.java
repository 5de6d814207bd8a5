package dev.guanjia.server.application;

import dev.guanjia.billing.receipt.Taking;
import dev.guanjia.billing.settlement.Payment;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.store.TakingStore;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What each payment leaves behind: a place in the takings of its collector's day, a receipt. */
@Component
class PaymentPapers {

    private final Takings takings;
    private final TakingStore taken;
    private final ReceiptBooks books;
    private final ReceiptDesk receipts;

    PaymentPapers(Takings takings, TakingStore taken, ReceiptBooks books, ReceiptDesk receipts) {
        this.takings = takings;
        this.taken = taken;
        this.books = books;
        this.receipts = receipts;
    }

    /** Answers 409 where the collector's day is closed; {@link #write} asks again. */
    void require(Caller caller, Payment payment) {
        takings.require(caller, Taking.of(payment), payment.paidOn());
    }

    /**
     * Writes the papers of payments that were stored in this transaction; whoever takes money calls
     * this last. Answers 409 where the collector's day is closed.
     */
    void write(Caller caller, List<Payment> payments) {
        takings.add(caller, payments);
        books.write(caller, payments);
    }

    /**
     * Takes a payment back that is reversed in this transaction: out of the takings of its
     * collector on the day of the decision, and with its receipt void. Answers 409 where that day
     * is closed: the reversal is then decided on the next one.
     */
    void takeBack(Caller caller, Payment payment, LocalDate on, String reason) {
        String id = payment.id().value();
        StaffId collector = taken.collector(caller.tenant(), id);
        takings.add(caller, collector, Taking.reversed(payment), on);
        receipts.cancelOf(caller, id, reason);
    }
}
