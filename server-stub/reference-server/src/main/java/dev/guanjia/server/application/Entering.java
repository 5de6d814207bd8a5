package dev.guanjia.server.application;

import dev.guanjia.reaction.ChargeEntered;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.store.BillRunStore.BillRunRow;
import dev.guanjia.server.store.BillRunStore.RunKey;
import dev.guanjia.server.store.BillingLocks;
import dev.guanjia.server.store.CommunityStore;
import dev.guanjia.server.store.EnteringStore;
import dev.guanjia.server.store.EnteringStore.Binding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** What entering charges means: from that day on they bind, and what was paid ahead pays. */
@Component
class Entering {

    private final BillingLocks locks;
    private final CommunityStore communities;
    private final EnteringStore store;
    private final Postings postings;
    private final PrepaymentUsing prepayments;

    Entering(
            BillingLocks locks,
            CommunityStore communities,
            EnteringStore store,
            Postings postings,
            PrepaymentUsing prepayments) {
        this.locks = locks;
        this.communities = communities;
        this.store = store;
        this.postings = postings;
        this.prepayments = prepayments;
    }

    /**
     * Begins. What the books would refuse of the run, they refuse here: a charge of each kind is
     * tried, and from now on the months that will be posted to are not closed.
     */
    void begin(Caller caller, BillRunRow row, Instant at) {
        RunKey run = new RunKey(caller.tenant(), row.id());
        LocalDate day =
                communities
                        .find(caller.tenant(), row.run().community().value())
                        .map(found -> LocalDate.ofInstant(at, found.community().zone()))
                        .orElseThrow();
        postings.require(caller, store.kinds(run), day);
        prepayments.require(caller, row.id(), day);
        store.begin(run, day);
    }

    /**
     * Enters the next charges of a run: all of some units. Locks the units first, as everybody does
     * who posts for them.
     *
     * @return how many
     */
    int next(RunKey run, int most) {
        EnteringStore.Entering far = store.find(run);
        List<Binding> next = store.next(run, far.lastSeq(), most);
        if (next.isEmpty()) {
            return 0;
        }
        TreeSet<String> units = new TreeSet<>();
        next.forEach(each -> units.add(each.event().key().unit().value()));
        locks.units(run.tenant(), units);
        store.move(run, next.get(next.size() - 1).seq());
        Caller caller = caller(run, far);
        List<ChargeEntered> events = next.stream().map(Binding::event).toList();
        postings.charges(caller, events, far.day());
        prepayments.enter(caller, units, far.day());
        return next.size();
    }

    /** Who gave the command, in the post of that day: it was admitted then. */
    private static Caller caller(RunKey run, EnteringStore.Entering far) {
        String post = far.by().post().value();
        TreeSet<String> posts = new TreeSet<>(List.of(post));
        return new Caller(run.tenant(), far.by().staff().value(), false, posts, Optional.of(post));
    }
}
