package dev.guanjia.server.application;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.RequesterNoteStore;
import dev.guanjia.server.store.RequesterNoteStore.CallFilter;
import dev.guanjia.server.store.RequesterNoteStore.CallRow;
import dev.guanjia.server.store.RequesterNoteStore.NoteRow;
import dev.guanjia.server.store.ServiceRequestStore;
import dev.guanjia.server.store.ServiceRequestStore.Filter;
import dev.guanjia.server.store.ServiceRequestStore.RequestRow;
import dev.guanjia.workorder.Channel;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.request.Channels;
import dev.guanjia.workorder.request.RequestState;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Shows requests, what came of them, and the telephone calls. */
@Service
public class ServiceRequestReader {

    private final ServiceRequestStore requests;
    private final RequesterNoteStore notes;
    private final WorkOrderReader orders;
    private final ChannelBook channels;
    private final Snapshot snapshot;
    private final Clock clock;

    ServiceRequestReader(
            ServiceRequestStore requests,
            RequesterNoteStore notes,
            WorkOrderReader orders,
            ChannelBook channels,
            Snapshot snapshot,
            Clock clock) {
        this.requests = requests;
        this.notes = notes;
        this.orders = orders;
        this.channels = channels;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    /**
     * A request with its work orders.
     *
     * @param row the request
     * @param orders what it became, oldest first
     */
    public record Shown(RequestRow row, List<WorkOrderReader.Shown> orders) {

        /** Copies. */
        public Shown {
            orders = List.copyOf(orders);
        }
    }

    private enum Direction {
        IN,
        OUT
    }

    /**
     * Reads a request.
     *
     * @param caller who asks
     * @param id the request
     * @return the request
     */
    public Shown get(Caller caller, String id) {
        return snapshot.read(
                () -> {
                    RequestRow row = find(caller, id);
                    return new Shown(
                            row,
                            row.life().orders().stream()
                                    .map(order -> orders.get(caller, order.id().value()))
                                    .toList());
                });
    }

    /**
     * Lists requests, latest received first.
     *
     * @param caller who asks
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<RequestRow> list(Caller caller, Filter filter, PageRequest request) {
        Given given = new Given();
        if (filter.state() != null) {
            given.known("state", filter.state(), RequestState.class);
        }
        if (filter.kind() != null) {
            given.known("kind", filter.kind(), WorkOrderKind.class);
        }
        Moments moments = new Moments(given, clock.instant());
        Filter read =
                new Filter(
                        filter.state(),
                        filter.kind(),
                        filter.channel(),
                        filter.place(),
                        filter.requester(),
                        moments.any("received_from", filter.from()).orElse(null),
                        moments.any("received_to", filter.to()).orElse(null));
        given.end();
        return requests.list(caller.tenant(), read, request);
    }

    /**
     * Lists what a requester was told, oldest first.
     *
     * @param caller who asks
     * @param id the request
     * @param request which page
     * @return the page
     */
    public Page<NoteRow> notes(Caller caller, String id, PageRequest request) {
        return notes.list(caller.tenant(), find(caller, id).id(), request);
    }

    /**
     * Lists telephone calls, latest first.
     *
     * @param caller who asks
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<CallRow> calls(Caller caller, CallFilter filter, PageRequest request) {
        Given given = new Given();
        if (filter.direction() != null) {
            given.known("direction", filter.direction(), Direction.class);
        }
        Moments moments = new Moments(given, clock.instant());
        CallFilter read =
                new CallFilter(
                        filter.direction(),
                        filter.communityId(),
                        filter.staffId(),
                        moments.any("calls_from", filter.from()).orElse(null),
                        moments.any("calls_to", filter.to()).orElse(null));
        given.end();
        return notes.calls(caller.tenant(), phones(channels.of(caller.tenant())), read, request);
    }

    /** Whatever was ever called by. */
    private static List<String> phones(Channels all) {
        return Stream.concat(
                        all.shipped().stream(), all.own().stream().map(Channels.Setting::channel))
                .filter(Channel::telephone)
                .map(Channel::key)
                .distinct()
                .toList();
    }

    private RequestRow find(Caller caller, String id) {
        return requests.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }
}
