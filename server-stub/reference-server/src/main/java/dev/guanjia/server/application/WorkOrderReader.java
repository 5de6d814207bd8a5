package dev.guanjia.server.application;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.WorkOrderEventStore;
import dev.guanjia.server.store.WorkOrderEventStore.EventRow;
import dev.guanjia.server.store.WorkOrderLinkStore;
import dev.guanjia.server.store.WorkOrderLinkStore.LinkRow;
import dev.guanjia.server.store.WorkOrderListStore;
import dev.guanjia.server.store.WorkOrderListStore.Count;
import dev.guanjia.server.store.WorkOrderListStore.Filter;
import dev.guanjia.server.store.WorkOrderListStore.Window;
import dev.guanjia.server.store.WorkOrderNoteStore;
import dev.guanjia.server.store.WorkOrderNoteStore.NoteRow;
import dev.guanjia.server.store.WorkOrderNoteStore.Remark;
import dev.guanjia.server.store.WorkOrderStore;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.Attachment;
import dev.guanjia.workorder.Link;
import dev.guanjia.workorder.Provenance;
import dev.guanjia.workorder.lifecycle.ActionEffect;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.PlaceKind;
import dev.guanjia.workorder.lifecycle.Severity;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows work orders and what happened to them. */
@Service
public class WorkOrderReader {

    private final WorkOrderStore orders;
    private final WorkOrderListStore lists;
    private final WorkOrderEventStore events;
    private final WorkOrderLinkStore links;
    private final WorkOrderNoteStore notes;
    private final Lifecycles lifecycles;
    private final Snapshot snapshot;
    private final Clock clock;

    WorkOrderReader(
            WorkOrderStore orders,
            WorkOrderListStore lists,
            WorkOrderEventStore events,
            WorkOrderLinkStore links,
            WorkOrderNoteStore notes,
            Lifecycles lifecycles,
            Snapshot snapshot,
            Clock clock) {
        this.orders = orders;
        this.lists = lists;
        this.events = events;
        this.links = links;
        this.notes = notes;
        this.lifecycles = lifecycles;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    private static final List<String> RULINGS =
            Arrays.stream(WorkOrderAction.values())
                    .filter(action -> action.has(ActionEffect.RULES))
                    .map(WorkOrderAction::name)
                    .toList();

    /**
     * An order with its parts.
     *
     * @param row the order
     * @param children the ids of what was split off it, oldest first
     * @param links what it is bound to, oldest first
     * @param ruling who ruled whether it is valid; empty while nobody did
     */
    public record Shown(
            WorkOrderRow row, List<String> children, List<Link> links, Optional<EventRow> ruling) {

        /** Copies. */
        public Shown {
            children = List.copyOf(children);
            links = List.copyOf(links);
        }

        /**
         * What it is bound to in one way.
         *
         * @param kind in which way
         * @return the numbers, oldest first
         */
        public List<String> targets(Link.Kind kind) {
            return new Provenance(links).targets(row.order().id(), kind);
        }
    }

    /** In which order a list comes. */
    public enum Sort {
        /** Latest received first. */
        RECEIVED,
        /** Soonest due first, without a limit last. */
        DUE
    }

    /**
     * A kind as a company lives it.
     *
     * @param kind the kind
     * @param lifecycle its life, with the posts of the company
     */
    public record Kind(WorkOrderKind kind, Lifecycle lifecycle) {}

    /**
     * Reads an order.
     *
     * @param caller who asks
     * @param id the order
     * @return the order
     */
    public Shown get(Caller caller, String id) {
        return snapshot.read(() -> show(caller, find(caller, id)));
    }

    /**
     * Shows an order after a command.
     *
     * @param caller who gave it
     * @param row the order
     * @return the order with its parts
     */
    public Shown show(Caller caller, WorkOrderRow row) {
        return new Shown(
                row,
                links.children(caller.tenant(), row.id()),
                links.of(caller.tenant(), row.order().id()),
                events.latest(caller.tenant(), row.id(), RULINGS));
    }

    /**
     * Lists orders.
     *
     * @param caller who asks
     * @param filter which
     * @param sort {@link Sort}; null for latest received first
     * @param request which page
     * @return the page
     */
    public Page<WorkOrderRow> list(
            Caller caller, Filter filter, @Nullable String sort, PageRequest request) {
        Given given = new Given();
        known(given, "kind", filter.kind(), WorkOrderKind.class);
        known(given, "state", filter.state(), WorkOrderState.class);
        known(given, "place_kind", filter.place().kind(), PlaceKind.class);
        known(given, "severity", filter.severity(), Severity.class);
        known(given, "sort", sort, Sort.class);
        Moments moments = new Moments(given, clock.instant());
        Window received = window(moments, "received", filter.received());
        Window due = window(moments, "due", filter.due());
        given.end();
        Filter read =
                new Filter(
                        filter.kind(),
                        filter.state(),
                        filter.place(),
                        filter.severity(),
                        filter.assigneeId(),
                        received,
                        due);
        return Sort.DUE.name().equals(sort)
                ? lists.soonest(caller.tenant(), read, request)
                : lists.latest(caller.tenant(), read, request);
    }

    private static Window window(Moments moments, String name, Window window) {
        return new Window(
                moments.any(name + "_from", window.from()).orElse(null),
                moments.any(name + "_to", window.to()).orElse(null));
    }

    private static <E extends Enum<E>> void known(
            Given given, String parameter, @Nullable String text, Class<E> type) {
        if (text != null) {
            given.known(parameter, text, type);
        }
    }

    /**
     * Counts orders by kind and state.
     *
     * @param caller who asks
     * @param communityId of this community; null for all
     * @param now the moment at which open ones are judged
     * @return the counts that are not zero
     */
    public List<Count> board(Caller caller, @Nullable String communityId, Instant now) {
        return lists.board(caller.tenant(), communityId, now);
    }

    /**
     * Lists the kinds.
     *
     * @param caller who asks
     * @param request which page
     * @return the page, by key
     */
    public Page<Kind> kinds(Caller caller, PageRequest request) {
        List<WorkOrderKind> all = Arrays.asList(WorkOrderKind.values());
        return Page.slice(all, request, WorkOrderKind::name)
                .map(kind -> new Kind(kind, lifecycles.of(caller.tenant(), kind)));
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
        return events.list(caller.tenant(), find(caller, id).id(), request);
    }

    /**
     * Lists what was said about an order, oldest first.
     *
     * @param caller who asks
     * @param id the order
     * @param request which page
     * @return the page
     */
    public Page<NoteRow<Remark>> remarks(Caller caller, String id, PageRequest request) {
        return notes.remarks(caller.tenant(), find(caller, id).id(), request);
    }

    /**
     * Lists the files of an order, oldest first.
     *
     * @param caller who asks
     * @param id the order
     * @param request which page
     * @return the page
     */
    public Page<NoteRow<Attachment>> files(Caller caller, String id, PageRequest request) {
        return notes.files(caller.tenant(), find(caller, id).id(), request);
    }

    /**
     * Lists links, oldest first.
     *
     * @param caller who asks
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<LinkRow> links(
            Caller caller, WorkOrderLinkStore.Filter filter, PageRequest request) {
        Given given = new Given();
        known(given, "kind", filter.kind(), Link.Kind.class);
        given.end();
        return links.list(caller.tenant(), filter, request);
    }

    private WorkOrderRow find(Caller caller, String id) {
        return orders.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }
}
