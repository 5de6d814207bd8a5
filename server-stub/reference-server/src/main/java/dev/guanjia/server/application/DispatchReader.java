package dev.guanjia.server.application;

import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.Crews.Crew;
import dev.guanjia.server.application.OrderJobs.Look;
import dev.guanjia.server.application.OrderJobs.Work;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.DispatchStore;
import dev.guanjia.server.store.DispatchStore.DispatchRow;
import dev.guanjia.server.store.DispatchStore.PoolFilter;
import dev.guanjia.server.store.DispatchStore.PoolRow;
import dev.guanjia.server.store.WorkOrderStore;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.dispatch.Job;
import dev.guanjia.workorder.dispatch.Proposal;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows who can be sent to work orders, and how they were given away. */
@Service
public class DispatchReader {

    private final WorkOrderStore orders;
    private final DispatchStore store;
    private final OrderJobs jobs;
    private final Crews crews;
    private final Lifecycles lifecycles;
    private final Needs needs;
    private final Snapshot snapshot;
    private final Clock clock;

    DispatchReader(
            WorkOrderStore orders,
            DispatchStore store,
            OrderJobs jobs,
            Crews crews,
            Lifecycles lifecycles,
            Needs needs,
            Snapshot snapshot,
            Clock clock) {
        this.orders = orders;
        this.store = store;
        this.jobs = jobs;
        this.crews = crews;
        this.lifecycles = lifecycles;
        this.needs = needs;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    /**
     * An order that the caller may take.
     *
     * @param row the order in the pool
     * @param job what it takes, and where
     */
    public record Offer(PoolRow row, Job job) {}

    /**
     * Says who can be sent to an order.
     *
     * @param caller who asks
     * @param id the order
     * @param skill what it takes beyond the post of the worker; null for nothing
     * @param asOf as of when; null for now
     * @return the proposal
     */
    public Proposal propose(
            Caller caller, String id, @Nullable String skill, @Nullable Instant asOf) {
        Given given = new Given();
        List<QualificationKey> asked = needs.read(given, "skill", skill);
        Instant at = moment(given, asOf);
        given.end();
        return snapshot.read(
                () -> {
                    WorkOrderRow row =
                            orders.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
                    return propose(caller.tenant(), row.order(), new Look(null, asked, at));
                });
    }

    /** Who can be sent to an order as it is looked at. */
    Proposal propose(String tenant, WorkOrder order, Look look) {
        return crews.at(tenant, look.at()).propose(jobs.work(tenant, order, look));
    }

    private Instant moment(Given given, @Nullable Instant asOf) {
        Instant now = clock.instant();
        return new Moments(given, now).any("as_of", asOf).orElse(now);
    }

    /**
     * Lists how an order was given away, oldest first.
     *
     * @param caller who asks
     * @param id the order
     * @param request which page
     * @return the page
     */
    public Page<DispatchRow> list(Caller caller, String id, PageRequest request) {
        orders.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        return store.list(caller.tenant(), id, request);
    }

    /**
     * Lists what the caller may take, longest waiting first.
     *
     * @param caller who asks
     * @param filter which orders
     * @param asOf as of when; null for now
     * @param request which page
     * @return the page
     */
    public Page<Offer> pool(
            Caller caller, PoolFilter filter, @Nullable Instant asOf, PageRequest request) {
        Given given = new Given();
        Instant at = moment(given, asOf);
        if (filter.kind() != null) {
            given.known("kind", filter.kind(), WorkOrderKind.class);
        }
        given.end();
        List<Offer> open = snapshot.read(() -> offers(caller, filter, at));
        return Page.slice(
                open,
                request,
                offer -> PageRequest.join(PageRequest.moment(offer.row().offeredAt()), id(offer)));
    }

    private List<Offer> offers(Caller caller, PoolFilter filter, Instant at) {
        String tenant = caller.tenant();
        Crew crew = crews.at(tenant, at).only(caller.staffId());
        Map<WorkOrderKind, Lifecycle> lives = new EnumMap<>(WorkOrderKind.class);
        List<Offer> offers = new ArrayList<>();
        List<PoolRow> pool = store.pool(tenant, filter);
        OrderJobs.Book book =
                jobs.book(tenant, pool.stream().map(row -> row.order().order()).toList());
        for (PoolRow row : pool) {
            WorkOrder order = row.order().order();
            Lifecycle life =
                    lives.computeIfAbsent(
                            order.intake().kind(), kind -> lifecycles.of(tenant, kind));
            offer(crew, row, book.work(order, look(row, at), life)).ifPresent(offers::add);
        }
        return offers;
    }

    private static Look look(PoolRow row, Instant at) {
        List<QualificationKey> asked = row.asked().stream().map(QualificationKey::new).toList();
        return new Look(WorkOrderAction.TAKE, asked, at);
    }

    /** Whoever can be sent now may take it, told of it or not. */
    private static Optional<Offer> offer(Crew crew, PoolRow row, Work work) {
        return crew.propose(work).ranked().isEmpty()
                ? Optional.empty()
                : Optional.of(new Offer(row, work.job()));
    }

    private static String id(Offer offer) {
        return offer.row().order().id();
    }
}
