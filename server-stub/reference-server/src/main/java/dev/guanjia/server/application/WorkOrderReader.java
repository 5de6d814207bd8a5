package dev.guanjia.server.application;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.WorkOrderEventStore;
import dev.guanjia.server.store.WorkOrderEventStore.EventRow;
import dev.guanjia.server.store.WorkOrderStore;
import dev.guanjia.server.store.WorkOrderStore.Filter;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Shows work orders and what happened to them. */
@Service
public class WorkOrderReader {

    private final WorkOrderStore orders;
    private final WorkOrderEventStore events;
    private final Clock clock;

    WorkOrderReader(WorkOrderStore orders, WorkOrderEventStore events, Clock clock) {
        this.orders = orders;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Reads an order.
     *
     * @param caller who asks
     * @param id the order
     * @return the order
     */
    public WorkOrderRow get(Caller caller, String id) {
        return orders.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Lists orders, latest received first.
     *
     * @param caller who asks
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<WorkOrderRow> list(Caller caller, Filter filter, PageRequest request) {
        Given given = new Given();
        if (filter.kind() != null) {
            given.known("kind", filter.kind(), WorkOrderKind.class);
        }
        if (filter.state() != null) {
            given.known("state", filter.state(), WorkOrderState.class);
        }
        Moments moments = new Moments(given, clock.instant());
        Instant from = moments.any("received_from", filter.from()).orElse(null);
        Instant to = moments.any("received_to", filter.to()).orElse(null);
        given.end();
        Filter read = new Filter(filter.kind(), filter.state(), filter.communityId(), from, to);
        return orders.list(caller.tenant(), read, request);
    }

    /**
     * Lists what happened to an order, oldest first.
     *
     * @param caller who asks
     * @param id the order
     * @param request which page
     * @return the page
     */
    public Page<EventRow> events(Caller caller, String id, PageRequest request) {
        return events.list(caller.tenant(), get(caller, id).id(), request);
    }
}
