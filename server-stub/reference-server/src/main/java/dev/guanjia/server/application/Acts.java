package dev.guanjia.server.application;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.segregation.Act;
import dev.guanjia.organisation.segregation.SegregationKey;
import dev.guanjia.server.problem.Refused.Breach;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps apart what one person must not do together about one thing. */
@Component
class Acts {

    static final SegregationKey PAYMENT_COLLECTED = new SegregationKey("PAYMENT_COLLECTED");
    static final SegregationKey WRITE_OFF_APPROVED = new SegregationKey("WRITE_OFF_APPROVED");
    static final SegregationKey DEPOSIT_COLLECTED = new SegregationKey("DEPOSIT_COLLECTED");
    static final SegregationKey DEPOSIT_REFUNDED = new SegregationKey("DEPOSIT_REFUNDED");
    static final SegregationKey SUMMARY_MADE = new SegregationKey("DEPOSIT_SUMMARY_MADE");
    static final SegregationKey SUMMARY_SIGNED = new SegregationKey("DEPOSIT_SUMMARY_SIGNED");

    private final SegregationBook book;

    Acts(SegregationBook book) {
        this.book = book;
    }

    /** What was done about a thing before. */
    static List<Act> done(SegregationKey key, Collection<StaffId> people) {
        List<Act> done = new ArrayList<>();
        people.forEach(staff -> done.add(new Act(key, staff)));
        return done;
    }

    /** Lets the next one pass, or answers 403. */
    void require(String tenant, List<Act> done, Act next, LocalDate day, Breach breach) {
        Ruling.unlessRefused(book.of(tenant).perform(done, next, day), breach);
    }
}
