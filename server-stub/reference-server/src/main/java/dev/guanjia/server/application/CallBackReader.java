package dev.guanjia.server.application;

import dev.guanjia.organisation.Actor;
import dev.guanjia.property.Community;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.CallBackBook.Matter;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.CallBackOrderStore;
import dev.guanjia.server.store.CallBackOrderStore.Filter;
import dev.guanjia.server.store.CallBackOrderStore.Month;
import dev.guanjia.server.store.CallBackOrderStore.Place;
import dev.guanjia.server.store.CallBackStore;
import dev.guanjia.server.store.CallBackStore.CallRow;
import dev.guanjia.server.store.WorkOrderStore;
import dev.guanjia.workorder.callback.CallBackFile;
import dev.guanjia.workorder.callback.CallBackRate;
import dev.guanjia.workorder.callback.Callers.Company;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows which orders wait for a call-back, and what came of the calls. */
@Service
public class CallBackReader {

    /** Kinds and states from which a call-back leads on. */
    private static final List<Place> WAITING =
            Stream.of(WorkOrderKind.values()).flatMap(CallBackReader::waiting).toList();

    private final WorkOrderStore orders;
    private final CallBackOrderStore places;
    private final CallBackStore store;
    private final CallBackBook book;
    private final Places communities;
    private final CompanyRules rules;
    private final Snapshot snapshot;
    private final Clock clock;

    CallBackReader(
            WorkOrderStore orders,
            CallBackOrderStore places,
            CallBackStore store,
            CallBackBook book,
            Places communities,
            CompanyRules rules,
            Snapshot snapshot,
            Clock clock) {
        this.orders = orders;
        this.places = places;
        this.store = store;
        this.book = book;
        this.communities = communities;
        this.rules = rules;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    /**
     * Of which orders rates are asked.
     *
     * @param communityId of this community
     * @param period received in this month
     * @param kind of this kind; null for all
     */
    public record Query(String communityId, String period, @Nullable String kind) {}

    /**
     * The rates of a month.
     *
     * @param files the orders behind them
     * @param calledBack called back of those to be called back
     * @param satisfied satisfied in the end of those called back
     * @param satisfiedAtOnce satisfied at the first call of those called back
     */
    public record Rates(
            List<CallBackFile> files,
            CallBackRate calledBack,
            CallBackRate satisfied,
            CallBackRate satisfiedAtOnce) {

        /** Copies. */
        public Rates {
            files = List.copyOf(files);
        }
    }

    private static Stream<Place> waiting(WorkOrderKind kind) {
        return Stream.of(WorkOrderState.values())
                .filter(
                        state ->
                                Lifecycle.of(kind)
                                        .find(state, WorkOrderAction.CALL_BACK_SATISFIED)
                                        .isPresent())
                .map(state -> new Place(kind, state));
    }

    /**
     * Lists the calls about an order, oldest first.
     *
     * @param caller who asks
     * @param id the order
     * @param request which page
     * @return the page
     */
    public Page<CallRow> calls(Caller caller, String id, PageRequest request) {
        orders.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        return store.list(caller.tenant(), id, request);
    }

    /**
     * Lists the orders that wait for a call of the caller, longest waiting first.
     *
     * @param caller who asks
     * @param filter which of them
     * @param request which page
     * @return the page
     */
    public Page<Matter> tasks(Caller caller, Filter filter, PageRequest request) {
        Given given = new Given();
        if (filter.kind() != null) {
            given.known("kind", filter.kind(), WorkOrderKind.class);
        }
        given.end();
        List<Matter> all =
                snapshot.read(
                        () -> {
                            Company company = book.company(caller.tenant(), LocalDate.now(clock));
                            return book
                                    .matters(
                                            caller.tenant(),
                                            places.waiting(caller.tenant(), WAITING, filter))
                                    .stream()
                                    .filter(matter -> !matter.file().isSettled())
                                    .filter(matter -> isFor(caller, matter, company))
                                    .toList();
                        });
        return Page.slice(all, request, CallBackReader::key);
    }

    private boolean isFor(Caller caller, Matter matter, Company company) {
        if (caller.actingPost().isEmpty()) {
            return caller.administrator();
        }
        Actor actor = rules.actor(caller);
        return matter.callers()
                .check(actor, matter.workers(), company)
                .fold(entitled -> true, reasons -> false);
    }

    private static String key(Matter matter) {
        Instant ended = matter.row().order().handling().endedAt();
        return PageRequest.join(
                PageRequest.moment(ended == null ? Instant.MAX : ended), matter.row().id());
    }

    /**
     * The rates of a month.
     *
     * @param caller who asks
     * @param query of which orders
     * @return the rates
     */
    public Rates rates(Caller caller, Query query) {
        List<CallBackFile> files = matters(caller, query).stream().map(Matter::file).toList();
        return new Rates(
                files,
                CallBackRate.calledBack(files),
                CallBackRate.satisfied(files),
                CallBackRate.satisfiedAtOnce(files));
    }

    /**
     * Lists the orders behind the rates by id.
     *
     * @param caller who asks
     * @param query of which orders
     * @param request which page
     * @return the page
     */
    public Page<Matter> rows(Caller caller, Query query, PageRequest request) {
        return Page.slice(matters(caller, query), request, matter -> matter.row().id());
    }

    private List<Matter> matters(Caller caller, Query query) {
        Given given = new Given();
        if (query.kind() != null) {
            given.known("kind", query.kind(), WorkOrderKind.class);
        }
        return snapshot.read(
                () -> {
                    Optional<Community> community =
                            communities.community(given, caller.tenant(), query.communityId());
                    given.end();
                    return book.matters(
                            caller.tenant(),
                            places.received(
                                    caller.tenant(),
                                    Month.of(
                                            community.orElseThrow(),
                                            query.kind(),
                                            YearMonth.parse(query.period()))));
                });
    }
}
