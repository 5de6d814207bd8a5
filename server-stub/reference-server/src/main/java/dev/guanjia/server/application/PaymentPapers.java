package dev.guanjia.server.application;

import dev.guanjia.billing.receipt.CollectorDay;
import dev.guanjia.billing.settlement.Payment;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.CollectorDayStore;
import org.springframework.stereotype.Component;

/** What each payment leaves behind: a place in the takings of its collector's day, a receipt. */
@Component
class PaymentPapers {

    private final CollectorDayStore days;
    private final ReceiptBooks books;

    PaymentPapers(CollectorDayStore days, ReceiptBooks books) {
        this.days = days;
        this.books = books;
    }

    /**
     * Writes the papers of a payment that was stored in this transaction; whoever takes money calls
     * this last. Answers 409 where the collector's day is closed.
     */
    void write(Caller caller, Payment payment) {
        CollectorDay day =
                CollectorDay.open(
                        new StaffId(caller.staffId()),
                        payment.paidOn(),
                        payment.amount().currency());
        CollectorDay stored = days.lock(caller.tenant(), Ids.next("td"), day).day();
        Refused.unlessAccepted(stored.take(payment));
        books.write(caller, payment);
    }
}
