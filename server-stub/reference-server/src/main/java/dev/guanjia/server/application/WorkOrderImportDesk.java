package dev.guanjia.server.application;

import dev.guanjia.property.Community;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.store.TenantStore;
import dev.guanjia.server.store.WorkOrderEventStore;
import dev.guanjia.server.store.WorkOrderEventStore.Author;
import dev.guanjia.server.store.WorkOrderEventStore.Change;
import dev.guanjia.server.store.WorkOrderEventStore.EventRow;
import dev.guanjia.server.store.WorkOrderStore;
import dev.guanjia.server.store.WorkOrderStore.Imported;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes over the work orders of another system, all of a batch or none. */
@Service
public class WorkOrderImportDesk {

    private static final String COMMAND = "import-work-orders";
    private static final String ACTION = "IMPORT";

    private final Permissions permissions;
    private final TenantStore tenants;
    private final Intakes.Door door;
    private final RequestBook requests;
    private final WorkOrderStore orders;
    private final WorkOrderEventStore events;
    private final Audit audit;
    private final Clock clock;

    WorkOrderImportDesk(
            Permissions permissions,
            TenantStore tenants,
            Intakes.Door door,
            RequestBook requests,
            WorkOrderStore orders,
            WorkOrderEventStore events,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.tenants = tenants;
        this.door = door;
        this.requests = requests;
        this.orders = orders;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Orders of another system.
     *
     * @param kind of which kind all are
     * @param communityId where all were received
     * @param asOf the moment at which they are judged
     * @param rows the orders
     */
    public record Batch(String kind, String communityId, Instant asOf, List<Past> rows) {}

    /**
     * An order that was taken over.
     *
     * @param order as it stands now
     * @param requestId the request that it comes from; null if nobody asked for it
     * @param stateThen where it stood at the moment of judgement
     */
    public record Taken(WorkOrder order, @Nullable String requestId, WorkOrderState stateThen) {}

    /**
     * An order as the other system has it.
     *
     * @param reference its number there
     * @param title what it is about
     * @param channel by which way it came
     * @param receivedAt when
     * @param dueAt the last instant in time; null without a limit
     * @param resolvedAt when it ended; null while it has not
     * @param closure how it ended; null while it is open
     */
    public record Past(
            String reference,
            String title,
            String channel,
            Instant receivedAt,
            @Nullable Instant dueAt,
            @Nullable Instant resolvedAt,
            @Nullable String closure) {}

    /**
     * Takes a batch over.
     *
     * @param caller who asks
     * @param batch the orders
     * @return the orders as they stand now, in the order of the rows; known ones keep their id
     */
    public List<Taken> take(Caller caller, Batch batch) {
        permissions.require(caller, COMMAND, batch.communityId());
        Given given = new Given();
        Optional<WorkOrderKind> kind = given.known("/kind", batch.kind(), WorkOrderKind.class);
        Optional<Community> community =
                door.places().community(given, caller.tenant(), batch.communityId());
        given.end();
        PastOrders past =
                new PastOrders(
                        kind.orElseThrow(),
                        new PastOrders.Where(
                                community.orElseThrow(), door.channels().of(caller.tenant())),
                        given,
                        clock.instant());
        List<Imported> read = past.read(batch.rows());
        given.end();
        tenants.lock(caller.tenant());
        Map<String, Imported> fresh = new LinkedHashMap<>();
        List<WorkOrder> all = merge(caller, given, read, fresh);
        RequestBook.Origins origins = requests.origins(caller, given, fresh);
        given.end();
        orders.addAll(caller.tenant(), List.copyOf(fresh.values()));
        events.add(
                caller.tenant(), fresh.values().stream().map(one -> event(caller, one)).toList());
        requests.add(caller, origins, clock.instant());
        Map<String, String> facts =
                Map.of(
                        "rows", String.valueOf(read.size()),
                        "stored", String.valueOf(fresh.size()));
        audit.accepted(caller, COMMAND, batch.communityId(), facts);
        return then(caller, all, batch.asOf());
    }

    /** What was done to an order since, only its events can tell. */
    private List<Taken> then(Caller caller, List<WorkOrder> all, Instant asOf) {
        List<String> moved =
                all.stream()
                        .filter(order -> order.stateAt(asOf).isEmpty())
                        .map(order -> order.id().value())
                        .toList();
        Map<String, WorkOrderState> states = events.statesAt(caller.tenant(), moved, asOf);
        Map<String, String> from =
                requests.of(
                        caller.tenant(), all.stream().map(order -> order.id().value()).toList());
        return all.stream()
                .map(
                        order ->
                                new Taken(
                                        order,
                                        from.get(order.id().value()),
                                        order.stateAt(asOf)
                                                .or(() -> find(states, order))
                                                .orElseGet(() -> initial(order))))
                .toList();
    }

    private static Optional<WorkOrderState> find(
            Map<String, WorkOrderState> states, WorkOrder order) {
        return Optional.ofNullable(states.get(order.id().value()));
    }

    private static WorkOrderState initial(WorkOrder order) {
        return Lifecycle.of(order.intake().kind()).initial();
    }

    /** The order of each row: the known one if it says the same, else the row's own. */
    private List<WorkOrder> merge(
            Caller caller, Given given, List<Imported> read, Map<String, Imported> fresh) {
        List<String> references = read.stream().map(Imported::reference).toList();
        Map<String, Imported> known =
                orders.imported(caller.tenant(), read.get(0).row().order(), references);
        List<WorkOrder> all = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            Imported one = read.get(i);
            Imported before = known.putIfAbsent(one.reference(), one);
            if (before == null) {
                fresh.put("/rows/" + i, one);
            } else if (!before.content().equals(one.content())) {
                given.faults()
                        .add(
                                "/rows/" + i,
                                ServiceRefusal.IMPORT_DIFFERS,
                                Map.of("reference", one.reference()));
            }
            all.add(before == null ? one.row().order() : before.row().order());
        }
        return all;
    }

    private EventRow event(Caller caller, Imported one) {
        WorkOrderRow row = one.row();
        return new EventRow(
                0,
                Ids.next("we"),
                row.id(),
                new Change(ACTION, null, row.order().state().name(), null, null),
                new Author(
                        caller.staffId(),
                        caller.actingPost()
                                .orElse(dev.guanjia.organisation.Permissions.ADMINISTRATOR),
                        permissions.version()),
                row.order().handling().lastEventAt(),
                row.recordedAt());
    }
}
