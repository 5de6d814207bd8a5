package dev.guanjia.server.application;

import dev.guanjia.reaction.ChargeEntered;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.store.BillRunStore;
import dev.guanjia.server.store.BillRunStore.BillRunRow;
import dev.guanjia.server.store.CommunityStore;
import dev.guanjia.server.store.OutcomeStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What entering a run means: from that day on its charges bind, and what was paid ahead pays. */
@Component
class Entering {

    private final CommunityStore communities;
    private final BillRunStore runs;
    private final OutcomeStore outcomes;
    private final Postings postings;
    private final PrepaymentUsing prepayments;

    Entering(
            CommunityStore communities,
            BillRunStore runs,
            OutcomeStore outcomes,
            Postings postings,
            PrepaymentUsing prepayments) {
        this.communities = communities;
        this.runs = runs;
        this.outcomes = outcomes;
        this.postings = postings;
        this.prepayments = prepayments;
    }

    void enter(Caller caller, BillRunRow row, Instant at) {
        String community = row.run().community().value();
        LocalDate day =
                communities
                        .find(caller.tenant(), community)
                        .map(found -> LocalDate.ofInstant(at, found.community().zone()))
                        .orElseThrow();
        runs.enter(caller.tenant(), row.id(), day);
        List<ChargeEntered> entered = outcomes.ofRun(caller.tenant(), row.id());
        postings.charges(caller, entered, day);
        prepayments.enter(caller, row.id(), day);
    }
}
