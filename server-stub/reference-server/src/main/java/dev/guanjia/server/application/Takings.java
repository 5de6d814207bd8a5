package dev.guanjia.server.application;

import dev.guanjia.billing.receipt.CollectorDay;
import dev.guanjia.billing.receipt.Taking;
import dev.guanjia.billing.settlement.Payment;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.CollectorDayStore;
import dev.guanjia.server.store.CollectorDayStore.DayRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What goes through a collector's hands has a place in the takings of the day. */
@Component
class Takings {

    private final CollectorDayStore days;

    Takings(CollectorDayStore days) {
        this.days = days;
    }

    /**
     * Takes in what the caller took or paid out in this transaction; called after the entry is
     * posted. Answers 409 where it is cash and the caller's day is closed.
     */
    void add(Caller caller, Taking taking, LocalDate on) {
        add(caller, new StaffId(caller.staffId()), taking, on);
    }

    /** Takes in what went through the hands of somebody else. */
    void add(Caller caller, StaffId collector, Taking taking, LocalDate on) {
        Refused.unlessAccepted(day(caller, open(collector, taking, on)).take(taking, on));
    }

    /** Takes in many payments of the caller, each day looked up once. */
    void add(Caller caller, List<Payment> payments) {
        Map<LocalDate, CollectorDay> known = new TreeMap<>();
        for (Payment payment : payments) {
            Taking taking = Taking.of(payment);
            CollectorDay open = open(new StaffId(caller.staffId()), taking, payment.paidOn());
            CollectorDay day = known.computeIfAbsent(payment.paidOn(), any -> day(caller, open));
            Refused.unlessAccepted(day.take(taking, payment.paidOn()));
        }
    }

    /** Answers 409 where the caller could not take it in now, and lets nobody wait. */
    void require(Caller caller, Taking taking, LocalDate on) {
        CollectorDay open = open(new StaffId(caller.staffId()), taking, on);
        CollectorDay now = days.find(caller.tenant(), open).map(DayRow::day).orElse(open);
        Refused.unlessAccepted(now.take(taking, on));
    }

    private CollectorDay day(Caller caller, CollectorDay open) {
        return days.lock(caller.tenant(), Ids.next("td"), open).day();
    }

    private static CollectorDay open(StaffId collector, Taking taking, LocalDate on) {
        return CollectorDay.open(collector, on, taking.amount().currency());
    }
}
