package dev.guanjia.server.application;

import dev.guanjia.billing.receipt.CollectorDay;
import dev.guanjia.billing.receipt.Taking;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.CollectorDayStore;
import java.time.LocalDate;
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
        CollectorDay open = CollectorDay.open(collector, on, taking.amount().currency());
        CollectorDay day = days.lock(caller.tenant(), Ids.next("td"), open).day();
        Refused.unlessAccepted(day.take(taking, on));
    }
}
