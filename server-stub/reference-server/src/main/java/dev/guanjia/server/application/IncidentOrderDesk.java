package dev.guanjia.server.application;

import dev.guanjia.decision.RefusalCode;
import dev.guanjia.property.CommunityId;
import dev.guanjia.reaction.IncidentOrder;
import dev.guanjia.reaction.IncidentOrder.Work;
import dev.guanjia.security.incident.Incident;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.IncidentStore;
import dev.guanjia.server.store.IncidentStore.IncidentRow;
import dev.guanjia.server.store.WorkOrderLinkStore;
import dev.guanjia.workorder.Link;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Opens work orders for incidents and binds them both ways. */
@Service
public class IncidentOrderDesk {

    private final Planning planning;
    private final IncidentStore store;
    private final WorkOrderDesk orders;
    private final WorkOrderLinkStore links;

    IncidentOrderDesk(
            Planning planning,
            IncidentStore store,
            WorkOrderDesk orders,
            WorkOrderLinkStore links) {
        this.planning = planning;
        this.store = store;
        this.orders = orders;
        this.links = links;
    }

    /**
     * What is to be done.
     *
     * @param kind a kind of order that the company opens for itself
     * @param title in a few words
     * @param description in full; null when there is no more to say
     */
    public record Draft(String kind, String title, @Nullable String description) {}

    /**
     * Opens an order for an incident that is not over.
     *
     * @param caller who asks
     * @param id which incident
     * @param draft what is to be done
     * @return the number of the order
     */
    public String open(Caller caller, String id, Draft draft) {
        Breach attempt = new Breach("open-incident-work-order", id);
        planning.admit(caller, attempt);
        IncidentRow row = store.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Work work = read(draft);
        requireOpen(row.incident(), Map.of());
        CommunityId community = new CommunityId(row.community());
        String order =
                orders.open(
                                caller,
                                IncidentOrder.intake(
                                        row.incident(), community, work, planning.now()))
                        .id();
        links.add(
                caller.tenant(),
                new Link(new WorkOrderId(order), Link.Kind.INCIDENT, id),
                WorkOrderNotes.author(planning.actor(caller)),
                planning.now());
        planning.done(caller, attempt, id, Map.of("kind", draft.kind(), "order", order));
        return order;
    }

    private static Work read(Draft draft) {
        Given given = new Given();
        Optional<WorkOrderKind> known = given.known("/kind", draft.kind(), WorkOrderKind.class);
        if (known.filter(kind -> !IncidentOrder.suits(kind)).isPresent()) {
            given.unknown("/kind", draft.kind());
        }
        given.text("/title", draft.title());
        if (draft.description() != null) {
            given.text("/description", draft.description());
        }
        given.end();
        return new Work(known.orElseThrow(), draft.title(), draft.description());
    }

    /** Of an incident that is locked; the field that names it is told if there is one. */
    static void requireOpen(Incident incident, Map<RefusalCode, String> pointers) {
        if (Incident.TABLE.terminal().contains(incident.state())) {
            Map<String, String> facts =
                    Map.of("incident", incident.id().value(), "state", incident.state().name());
            throw Refused.because(List.of(IncidentRuleRefusal.OVER.because(facts)), pointers);
        }
    }
}
