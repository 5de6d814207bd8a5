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
import dev.guanjia.server.store.WorkOrderEventStore.Author;
import dev.guanjia.server.store.WorkOrderEventStore.Change;
import dev.guanjia.server.store.WorkOrderEventStore.EventRow;
import dev.guanjia.server.store.WorkOrderStore;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.Act;
import dev.guanjia.workorder.WorkOrderCommand;
import dev.guanjia.workorder.WorkOrderEvent;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes work orders one step on. */
@Service
public class WorkOrderSteps {

    private static final String COMMAND = "transition-work-order";

    private final Permissions permissions;
    private final WorkOrderStore orders;
    private final WorkOrderEventStore events;
    private final StaffStore staff;
    private final Places places;
    private final CompanyRules rules;
    private final Audit audit;
    private final Clock clock;

    WorkOrderSteps(
            Permissions permissions,
            WorkOrderStore orders,
            WorkOrderEventStore events,
            StaffStore staff,
            Places places,
            CompanyRules rules,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.orders = orders;
        this.events = events;
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
        WorkOrderEvent event =
                Ruling.unlessRefused(before.order().decide(command), new Breach(COMMAND, id));
        requirePost(caller.tenant(), before, command);
        WorkOrderRow after =
                new WorkOrderRow(
                        event.applyTo(before.order()), before.recordedAt(), before.version() + 1);
        orders.update(caller.tenant(), after);
        events.add(caller.tenant(), List.of(row(before, after, command)));
        Map<String, String> facts =
                Map.of("action", step.action(), "state", after.order().state().name());
        audit.accepted(caller, COMMAND, id, facts);
        return after;
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

    private EventRow row(WorkOrderRow before, WorkOrderRow after, WorkOrderCommand command) {
        Act act = command.act();
        StaffId assignee = command.assignee();
        return new EventRow(
                0,
                Ids.next("we"),
                after.id(),
                new Change(
                        command.action().name(),
                        before.order().state().name(),
                        after.order().state().name(),
                        assignee == null ? null : assignee.value(),
                        act.note()),
                new Author(
                        act.actor().staff().value(),
                        act.actor().post().value(),
                        act.actor().authorityVersion()),
                act.occurredAt(),
                clock.instant());
    }
}
