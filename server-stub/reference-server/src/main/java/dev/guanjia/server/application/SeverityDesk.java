package dev.guanjia.server.application;

import dev.guanjia.decision.RefusalCode;
import dev.guanjia.property.Community;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.OrderHistoryStore;
import dev.guanjia.server.store.WorkOrderEventStore;
import dev.guanjia.server.store.WorkOrderEventStore.Change;
import dev.guanjia.server.store.WorkOrderEventStore.EventRow;
import dev.guanjia.server.store.WorkOrderEventStore.Judged;
import dev.guanjia.server.store.WorkOrderStore;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.Act;
import dev.guanjia.workorder.WorkOrderEvent;
import dev.guanjia.workorder.WorkOrderRefusal;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.lifecycle.Severity;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Holds work orders for another severity than they were taken in with. */
@Service
public class SeverityDesk {

    private static final String COMMAND = "change-severity";
    private static final Map<RefusalCode, String> POINTERS =
            Map.of(
                    WorkOrderRefusal.SEVERITY_SAME, "/severity",
                    WorkOrderRefusal.BEFORE_PREVIOUS_EVENT, "/occurred_at",
                    WorkOrderRefusal.REASON_MISSING, "/reason");

    private final Permissions permissions;
    private final WorkOrderStore orders;
    private final WorkOrderEventStore events;
    private final OrderHistoryStore lives;
    private final DueTimes dueTimes;
    private final Places places;
    private final CompanyRules rules;
    private final Audit audit;
    private final Clock clock;

    SeverityDesk(
            Permissions permissions,
            WorkOrderStore orders,
            WorkOrderEventStore events,
            OrderHistoryStore lives,
            DueTimes dueTimes,
            Places places,
            CompanyRules rules,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.orders = orders;
        this.events = events;
        this.lives = lives;
        this.dueTimes = dueTimes;
        this.places = places;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What somebody found.
     *
     * @param severity how grave it is
     * @param at when
     * @param reason why
     */
    public record Found(String severity, Instant at, String reason) {}

    /**
     * Holds an order for another severity; its due time follows.
     *
     * @param caller who found so
     * @param id the order
     * @param ifMatch the versions that the caller has seen
     * @param found what they found
     * @return the order after it
     */
    public WorkOrderRow change(Caller caller, String id, String ifMatch, Found found) {
        permissions.require(caller, COMMAND, id);
        WorkOrderRow before =
                orders.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Version.require(ifMatch, before.version());
        WorkOrderEvent.Reclassed event = decide(caller, before, found);
        WorkOrderRow after = before.after(event);
        WorkOrderRow moved = after.dueAgain(due(caller.tenant(), after));
        orders.reclass(caller.tenant(), moved);
        events.add(caller.tenant(), List.of(row(id, event)));
        Map<String, String> facts =
                Map.of("from", event.from().name(), "to", event.severity().name());
        audit.accepted(caller, COMMAND, id, facts);
        return paused(caller.tenant(), moved);
    }

    private WorkOrderEvent.Reclassed decide(Caller caller, WorkOrderRow before, Found found) {
        Given given = new Given();
        Optional<Severity> severity = given.known("/severity", found.severity(), Severity.class);
        Optional<Instant> at = new Moments(given, clock.instant()).past("/occurred_at", found.at());
        given.text("/reason", found.reason());
        given.end();
        Act act = new Act(rules.actor(caller), at.orElseThrow(), found.reason());
        return Ruling.unlessRefused(
                before.order().reclass(severity.orElseThrow(), act),
                new Breach(COMMAND, before.id()),
                POINTERS);
    }

    /** What was agreed, and what another system promised, stays. */
    private Due due(String tenant, WorkOrderRow after) {
        Due before = after.order().due();
        boolean imported =
                lives.find(tenant, after.id()).stream()
                        .flatMap(life -> life.history().events().stream())
                        .anyMatch(WorkOrderEvent.Imported.class::isInstance);
        if (imported || before instanceof Due.Given) {
            return before;
        }
        String id = after.order().intake().community().value();
        Community community = places.community(tenant, id);
        return dueTimes.of(tenant, after.order().intake(), community);
    }

    /** The clock of the other row stood still as long as that of the first. */
    private WorkOrderRow paused(String tenant, WorkOrderRow row) {
        Optional<WorkOrderRow> later = dueTimes.moved(tenant, row.id()).map(row::dueAgain);
        later.ifPresent(moved -> orders.move(tenant, moved));
        return later.orElse(row);
    }

    private EventRow row(String id, WorkOrderEvent.Reclassed event) {
        Act act = event.act();
        return new EventRow(
                0,
                Ids.next("we"),
                id,
                new Change(
                        OrderHistoryStore.RECLASS,
                        event.to().name(),
                        event.to().name(),
                        null,
                        act.note(),
                        new Judged(event.from().name(), event.severity().name())),
                WorkOrderNotes.author(act.actor()),
                act.occurredAt(),
                clock.instant());
    }
}
