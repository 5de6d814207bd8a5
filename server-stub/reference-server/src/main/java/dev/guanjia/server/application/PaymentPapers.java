package dev.guanjia.server.application;

import dev.guanjia.billing.receipt.CollectorDay;
import dev.guanjia.billing.settlement.Payment;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.CollectorDayStore;
import dev.guanjia.server.store.TakingStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What each payment leaves behind: a place in the takings of its collector's day, a receipt. */
@Component
class PaymentPapers {

    private final CollectorDayStore days;
    private final TakingStore takings;
    private final ReceiptBooks books;
    private final ReceiptDesk receipts;

    PaymentPapers(
            CollectorDayStore days, TakingStore takings, ReceiptBooks books, ReceiptDesk receipts) {
        this.days = days;
        this.takings = takings;
        this.books = books;
        this.receipts = receipts;
    }

    /** Answers 409 where the collector's day is closed; {@link #write} asks again. */
    void require(Caller caller, Payment payment) {
        CollectorDay day = begun(new StaffId(caller.staffId()), payment, payment.paidOn());
        CollectorDay now =
                days.find(caller.tenant(), day).map(CollectorDayStore.DayRow::day).orElse(day);
        Refused.unlessAccepted(now.take(payment));
    }

    /**
     * Writes the papers of payments that were stored in this transaction; whoever takes money calls
     * this last. Answers 409 where the collector's day is closed.
     */
    void write(Caller caller, List<Payment> payments) {
        Map<LocalDate, CollectorDay> open = new TreeMap<>();
        for (Payment payment : payments) {
            CollectorDay day =
                    open.computeIfAbsent(
                            payment.paidOn(),
                            on -> day(caller, new StaffId(caller.staffId()), payment, on));
            Refused.unlessAccepted(day.take(payment));
        }
        books.write(caller, payments);
    }

    /**
     * Takes a payment back that is reversed in this transaction: out of the takings of its
     * collector on the day of the decision, and with its receipt void. Answers 409 where that day
     * is closed: the reversal is then decided on the next one.
     */
    void takeBack(Caller caller, Payment payment, LocalDate on, String reason) {
        String id = payment.id().value();
        StaffId collector = takings.collector(caller.tenant(), id);
        Refused.unlessAccepted(day(caller, collector, payment, on).takeBack(payment, on));
        receipts.cancelOf(caller, id, reason);
    }

    private CollectorDay day(Caller caller, StaffId collector, Payment payment, LocalDate on) {
        CollectorDay day = begun(collector, payment, on);
        return days.lock(caller.tenant(), Ids.next("td"), day).day();
    }

    private static CollectorDay begun(StaffId collector, Payment payment, LocalDate on) {
        return CollectorDay.open(collector, on, payment.amount().currency());
    }
}
