package dev.guanjia.server.application;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.application.CallBackBook.Matter;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.RatingStore;
import dev.guanjia.server.store.RatingStore.RatingRow;
import dev.guanjia.server.store.WorkOrderStore;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.callback.CallBack.Result;
import dev.guanjia.workorder.callback.Rating;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Enters how customers rated the work without being called. */
@Service
public class RatingDesk {

    private static final String COMMAND = "rate-work-order";

    private final Permissions permissions;
    private final WorkOrderStore orders;
    private final CallBackBook book;
    private final RatingStore store;
    private final CompanyRules rules;
    private final Audit audit;
    private final Clock clock;

    RatingDesk(
            Permissions permissions,
            WorkOrderStore orders,
            CallBackBook book,
            RatingStore store,
            CompanyRules rules,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.orders = orders;
        this.book = book;
        this.store = store;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a customer said.
     *
     * @param result satisfied or not
     * @param reasons why
     * @param occurredAt when it was said
     * @param note what else was said; null when nothing is to be remembered
     */
    public record Draft(
            String result, List<String> reasons, Instant occurredAt, @Nullable String note) {

        /** Copies. */
        public Draft {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Enters a rating.
     *
     * @param caller who enters it
     * @param id the order
     * @param draft what the customer said
     * @return the rating
     */
    public RatingRow rate(Caller caller, String id, Draft draft) {
        permissions.require(caller, COMMAND, id);
        WorkOrderRow row = orders.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Rating rating = read(caller, draft);
        Matter matter = book.matters(caller.tenant(), List.of(row)).get(0);
        Instant done = row.order().handling().resolvedAt().orElse(null);
        WorkOrderKind kind = row.order().intake().kind();
        Refused.unlessAccepted(
                matter.file().rate(rating, kind, done, matter.workers()),
                reason -> CallBackFields.of(reason, rating.reasons()));
        RatingRow kept =
                new RatingRow(0, Ids.next("ra"), id, rating, draft.note(), clock.instant());
        store.add(caller.tenant(), kept);
        audit.accepted(caller, COMMAND, id, Map.of("result", rating.result().name()));
        return kept;
    }

    private Rating read(Caller caller, Draft draft) {
        Given given = new Given();
        Optional<Result> result =
                draft.result().equals(Result.UNANSWERED.name())
                        ? given.unknown("/result", draft.result())
                        : given.known("/result", draft.result(), Result.class);
        Optional<Instant> at =
                new Moments(given, clock.instant()).past("/occurred_at", draft.occurredAt());
        if (draft.note() != null) {
            given.text("/note", draft.note());
        }
        given.end();
        return new Rating(
                rules.actor(caller), at.orElseThrow(), result.orElseThrow(), draft.reasons());
    }

    /**
     * Lists the ratings of an order, oldest first.
     *
     * @param caller who asks
     * @param id the order
     * @param request which page
     * @return the page
     */
    public Page<RatingRow> list(Caller caller, String id, PageRequest request) {
        orders.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        return store.list(caller.tenant(), id, request);
    }
}
