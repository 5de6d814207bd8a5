package dev.guanjia.server.application;

import dev.guanjia.organisation.Permissions;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.store.ServiceRequestStore;
import dev.guanjia.server.store.ServiceRequestStore.RequestRow;
import dev.guanjia.server.store.WorkOrderEventStore.Author;
import dev.guanjia.server.store.WorkOrderLinkStore;
import dev.guanjia.server.store.WorkOrderStore.Imported;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.Link;
import dev.guanjia.workorder.Reception;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.request.RequestLife;
import dev.guanjia.workorder.request.ServiceRequest;
import dev.guanjia.workorder.request.ServiceRequestId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Keeps requests, and which orders came from them; whoever calls has asked for permission. */
@Component
class RequestBook {

    private final ServiceRequestStore requests;
    private final WorkOrderLinkStore links;
    private final CompanyRules rules;

    RequestBook(ServiceRequestStore requests, WorkOrderLinkStore links, CompanyRules rules) {
        this.requests = requests;
        this.links = links;
        this.rules = rules;
    }

    /** Where orders of another system come from: new requests, and which order came from which. */
    static final class Origins {
        private final Map<String, ServiceRequest> known = new HashMap<>();
        private final List<ServiceRequest> fresh = new ArrayList<>();
        private final List<Link> links = new ArrayList<>();

        private Origins() {}

        /** False if the request of that number says something else. */
        private boolean add(WorkOrder order) {
            ServiceRequest told = told(order.intake());
            ServiceRequest before = known.putIfAbsent(number(told), told);
            if (before == null) {
                fresh.add(told);
            }
            ServiceRequest origin = before == null ? told : before;
            links.add(new Link(order.id(), Link.Kind.REQUEST, origin.id().value()));
            return sameAs(origin, told);
        }
    }

    /** Writes requests down, in the words of whoever asked. */
    List<RequestRow> write(Caller caller, List<ServiceRequest> told, Instant now) {
        Author author = author(caller);
        List<RequestRow> rows =
                told.stream()
                        .map(one -> new RequestLife(one, null, List.of()))
                        .map(life -> new RequestRow(life, author, now))
                        .toList();
        for (String known : requests.addAll(caller.tenant(), rows)) {
            throw ServiceRefusal.REQUEST_REFERENCE_KNOWN.with(Map.of("reference", known));
        }
        return rows;
    }

    /** Binds orders to the requests that they come from. */
    void bind(Caller caller, List<Link> origins, Instant now) {
        links.addAll(caller.tenant(), origins, author(caller), now);
    }

    /**
     * Finds where orders of another system come from: what somebody asked for comes from the
     * request of its number. A known one that says something else is noted.
     *
     * @param taken the orders, each by the part of what was sent that tells of it
     */
    Origins origins(Caller caller, Given given, Map<String, Imported> taken) {
        Map<String, WorkOrder> asked = new LinkedHashMap<>();
        taken.forEach((at, one) -> asked.put(at, one.row().order()));
        asked.values().removeIf(order -> !Lifecycle.of(order.intake().kind()).isFromCustomer());
        Origins origins = new Origins();
        known(caller, asked.values()).forEach(one -> origins.known.put(number(one), one));
        asked.forEach(
                (at, order) -> {
                    if (!origins.add(order)) {
                        Map<String, String> facts =
                                Map.of("reference", reference(order.intake().reception()));
                        given.faults().add(at, ServiceRefusal.REQUEST_REFERENCE_KNOWN, facts);
                    }
                });
        return origins;
    }

    /** Writes the new requests down and binds the orders, once these are stored. */
    void add(Caller caller, Origins origins, Instant now) {
        if (!origins.links.isEmpty()) {
            write(caller, origins.fresh, now);
            bind(caller, origins.links, now);
        }
    }

    /** The requests that orders come from, by order. */
    Map<String, String> of(String tenant, Collection<String> orders) {
        return links.firsts(tenant, Link.Kind.REQUEST, orders);
    }

    private List<ServiceRequest> known(Caller caller, Collection<WorkOrder> orders) {
        Map<String, List<String>> byCommunity =
                orders.stream()
                        .map(WorkOrder::intake)
                        .collect(
                                Collectors.groupingBy(
                                        intake -> intake.community().value(),
                                        Collectors.mapping(
                                                intake -> reference(intake.reception()),
                                                Collectors.toList())));
        List<ServiceRequest> known = new ArrayList<>();
        byCommunity.forEach(
                (community, references) ->
                        requests.numbered(caller.tenant(), community, references)
                                .forEach(row -> known.add(row.life().request())));
        return known;
    }

    /** What was said is the description; where there is none, the few words of the title. */
    private static ServiceRequest told(Intake intake) {
        String description = intake.description();
        return new ServiceRequest(
                new ServiceRequestId(Ids.next("sr")),
                intake.community(),
                intake.unit(),
                description == null ? intake.title() : description,
                intake.reception(),
                List.of());
    }

    /** Whether both say the same, whatever was handed in with them. */
    private static boolean sameAs(ServiceRequest one, ServiceRequest other) {
        return one.equals(
                new ServiceRequest(
                        one.id(),
                        other.community(),
                        other.unit(),
                        other.words(),
                        other.reception(),
                        one.attachments()));
    }

    /** A request is numbered within its community. */
    private static String number(ServiceRequest request) {
        return request.community().value() + " " + reference(request.reception());
    }

    private static String reference(Reception reception) {
        return String.valueOf(reception.sourceReference());
    }

    /** The administrator acts in no post. */
    private Author author(Caller caller) {
        return new Author(
                caller.staffId(),
                caller.actingPost().orElse(Permissions.ADMINISTRATOR),
                rules.authorityVersion(caller.tenant()));
    }
}
