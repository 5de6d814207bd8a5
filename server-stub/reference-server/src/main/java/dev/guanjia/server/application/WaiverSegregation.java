package dev.guanjia.server.application;

import dev.guanjia.billing.waiver.WaiverProposal;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.segregation.Act;
import dev.guanjia.organisation.segregation.SegregationKey;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.CollectorStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps those who collect for a charge, or propose to waive it, from signing its waiver. */
@Component
class WaiverSegregation {

    private static final SegregationKey PROPOSED = new SegregationKey("WAIVER_PROPOSED");
    private static final SegregationKey COLLECTED = new SegregationKey("PAYMENT_COLLECTED");
    private static final SegregationKey SIGNED = new SegregationKey("WAIVER_SIGNED");

    private final SegregationBook book;
    private final CollectorStore collectors;

    WaiverSegregation(SegregationBook book, CollectorStore collectors) {
        this.book = book;
        this.collectors = collectors;
    }

    /** Lets a signer pass, or answers 403. */
    void require(String tenant, WaiverProposal proposal, StaffId signer, LocalDate day) {
        List<Act> done = new ArrayList<>();
        done.add(new Act(PROPOSED, proposal.proposer().staff()));
        collectors
                .of(tenant, proposal.charge().value())
                .forEach(staff -> done.add(new Act(COLLECTED, staff)));
        Ruling.unlessRefused(
                book.of(tenant).perform(done, new Act(SIGNED, signer), day),
                new Breach("sign-waiver", proposal.id().value()));
    }
}
