package dev.guanjia.server.application;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.property.Community;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.StaffStore;
import dev.guanjia.server.store.WorkOrderEventStore;
import dev.guanjia.server.store.WorkOrderEventStore.Change;
import dev.guanjia.server.store.WorkOrderEventStore.EventRow;
import dev.guanjia.server.store.WorkOrderLinkStore;
import dev.guanjia.server.store.WorkOrderStore;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.Act;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.WorkOrderCommand;
import dev.guanjia.workorder.WorkOrderEvent;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.lifecycle.ActionEffect;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes work orders one step on. */
@Service
public class WorkOrderSteps {

    private static final String COMMAND = "transition-work-order";

    private final Permissions permissions;
    private final WorkOrderStore orders;
    private final WorkOrderEventStore events;
    private final WorkOrderLinkStore links;
    private final Lifecycles lifecycles;
    private final PaidStepGuard paid;
    private final MaintenanceOutcomes maintenance;
    private final DueTimes dueTimes;
    private final StaffStore staff;
    private final Places places;
    private final CompanyRules rules;
    private final Audit audit;
    private final Clock clock;

    WorkOrderSteps(
            Permissions permissions,
            WorkOrderStore orders,
            WorkOrderEventStore events,
            WorkOrderLinkStore links,
            Lifecycles lifecycles,
            PaidStepGuard paid,
            MaintenanceOutcomes maintenance,
            DueTimes dueTimes,
            StaffStore staff,
            Places places,
            CompanyRules rules,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.orders = orders;
        this.events = events;
        this.links = links;
        this.lifecycles = lifecycles;
        this.paid = paid;
        this.maintenance = maintenance;
        this.dueTimes = dueTimes;
        this.staff = staff;
        this.places = places;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What somebody did.
     *
     * @param action the step
     * @param occurredAt when
     * @param assigneeId who is to do the work; null when the step does not say
     * @param note what is to be remembered; null when nothing is
     */
    public record Step(
            String action,
            Instant occurredAt,
            @Nullable String assigneeId,
            @Nullable String note) {}

    /**
     * Takes an order one step on.
     *
     * @param caller who asks
     * @param id the order
     * @param ifMatch the versions that the caller has seen
     * @param step what was done
     * @return the order after it
     */
    public WorkOrderRow take(Caller caller, String id, String ifMatch, Step step) {
        permissions.require(caller, COMMAND, id);
        WorkOrderRow before =
                orders.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Version.require(ifMatch, before.version());
        WorkOrderCommand command = read(caller, step);
        paid.require(caller.tenant(), before, command.action());
        WorkOrderEvent.Moved event = decide(caller.tenant(), before, command);
        requirePost(caller.tenant(), before, command);
        WorkOrderRow after = before.after(event);
        orders.update(caller.tenant(), after);
        events.add(caller.tenant(), List.of(row(id, event)));
        maintenance.follow(caller, after.order());
        Map<String, String> facts =
                Map.of("action", step.action(), "state", after.order().state().name());
        audit.accepted(caller, COMMAND, id, facts);
        return event.action().has(ActionEffect.RESUMES) ? dueAgain(caller.tenant(), after) : after;
    }

    /** A clock that stood still runs out later. */
    private WorkOrderRow dueAgain(String tenant, WorkOrderRow row) {
        Optional<WorkOrderRow> moved = dueTimes.moved(tenant, row.id()).map(row::dueAgain);
        moved.ifPresent(later -> orders.move(tenant, later));
        return moved.orElse(row);
    }

    private WorkOrderEvent.Moved decide(
            String tenant, WorkOrderRow before, WorkOrderCommand command) {
        WorkOrder order = before.order();
        Lifecycle lifecycle = lifecycles.of(tenant, order, command);
        boolean ends =
                lifecycle
                        .find(order.state(), command.action())
                        .filter(move -> move.to().isEnd())
                        .isPresent();
        Set<WorkOrderId> open = ends ? links.openChildren(tenant, before.id()) : Set.of();
        WorkOrderEvent event =
                Ruling.unlessRefused(
                        order.decide(command, lifecycle, before.workers(), open),
                        new Breach(COMMAND, before.id()));
        return (WorkOrderEvent.Moved) event;
    }

    private WorkOrderCommand read(Caller caller, Step step) {
        Given given = new Given();
        Optional<WorkOrderAction> action =
                given.known("/action", step.action(), WorkOrderAction.class);
        Optional<Instant> at =
                new Moments(given, clock.instant()).past("/occurred_at", step.occurredAt());
        if (step.note() != null) {
            given.text("/note", step.note());
        }
        String assignee = step.assigneeId();
        if (assignee != null && staff.find(caller.tenant(), assignee).isEmpty()) {
            given.unknown("/assignee_id", assignee);
        }
        given.end();
        return new WorkOrderCommand(
                action.orElseThrow(),
                new Act(rules.actor(caller), at.orElseThrow(), step.note()),
                assignee == null ? null : new StaffId(assignee));
    }

    /** Who is given work is in some post on that day. */
    private void requirePost(String tenant, WorkOrderRow row, WorkOrderCommand command) {
        StaffId assignee = command.assignee();
        if (assignee == null) {
            return;
        }
        String id = row.order().intake().community().value();
        Community community = places.community(tenant, id);
        LocalDate day = LocalDate.ofInstant(command.act().occurredAt(), community.zone());
        if (rules.assignments(tenant).posts(assignee, day).isEmpty()) {
            throw ServiceRefusal.ASSIGNEE_WITHOUT_POST.with(
                    Map.of("assignee", assignee.value(), "day", day.toString()));
        }
    }

    private EventRow row(String id, WorkOrderEvent.Moved event) {
        Act act = event.act();
        StaffId assignee = event.assignee();
        return new EventRow(
                0,
                Ids.next("we"),
                id,
                new Change(
                        event.action().name(),
                        event.from().name(),
                        event.to().name(),
                        assignee == null ? null : assignee.value(),
                        act.note()),
                WorkOrderNotes.author(act.actor()),
                act.occurredAt(),
                clock.instant());
    }
}
