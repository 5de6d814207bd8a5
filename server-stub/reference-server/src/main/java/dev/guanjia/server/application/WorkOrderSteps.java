package dev.guanjia.server.application;

import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.application.DispatchBook.Seen;
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
import dev.guanjia.workorder.Circumstances;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.WorkOrderCommand;
import dev.guanjia.workorder.WorkOrderEvent;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.lifecycle.ActionEffect;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.Transition;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.Clock;
import java.time.Instant;
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
    private final SentWorkers sent;
    private final FinishedWork papers;
    private final CallBackBook callBacks;
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
            SentWorkers sent,
            FinishedWork papers,
            CallBackBook callBacks,
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
        this.sent = sent;
        this.papers = papers;
        this.callBacks = callBacks;
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
     * @param fields where the request says so
     */
    public record Step(
            String action,
            Instant occurredAt,
            @Nullable String assigneeId,
            @Nullable String note,
            StepFields fields) {

        /** In the fields that are usual. */
        public Step(
                String action,
                Instant occurredAt,
                @Nullable String assigneeId,
                @Nullable String note) {
            this(action, occurredAt, assigneeId, note, StepFields.USUAL);
        }
    }

    /**
     * Takes an order one step on; what has an operation of its own is refused here.
     *
     * @param caller who asks
     * @param id the order
     * @param ifMatch the versions that the caller has seen
     * @param step what was done
     * @return the order after it
     */
    public WorkOrderRow take(Caller caller, String id, String ifMatch, Step step) {
        Move move = decide(caller, new Seen(id, ifMatch), step, List.of());
        sent.require(caller.tenant(), move.before(), move.event());
        papers.require(caller.tenant(), move.before(), move.event());
        return keep(caller, move);
    }

    /** Takes an order one step on to somebody whose dispatch is decided already. */
    WorkOrderRow takeAsDispatched(Caller caller, String id, String ifMatch, Step step) {
        return keep(caller, decide(caller, new Seen(id, ifMatch), step, List.of()));
    }

    /** Takes an order one step on by a call that is entered, by one of those who may call. */
    WorkOrderRow takeAsCalled(Caller caller, Seen seen, Step step, List<PostKey> callers) {
        return keep(caller, decide(caller, seen, step, callers));
    }

    /** A step that the lifecycle allows. */
    private record Move(WorkOrderRow before, WorkOrderEvent.Moved event) {}

    private Move decide(Caller caller, Seen seen, Step step, List<PostKey> callers) {
        permissions.require(caller, COMMAND, seen.id());
        WorkOrderRow before =
                orders.lock(caller.tenant(), seen.id())
                        .orElseThrow(() -> Fault.notFound(seen.id()));
        Version.require(seen.ifMatch(), before.version());
        WorkOrderCommand command = read(caller, step);
        if (command.action().has(ActionEffect.CALLS_BACK) && callers.isEmpty()) {
            throw ServiceRefusal.STEP_HAS_OPERATION.with(
                    Map.of("action", command.action().name(), "operation", "recordCallBack"));
        }
        paid.require(caller.tenant(), before, command);
        WorkOrderEvent event =
                Ruling.unlessRefused(
                        decide(caller.tenant(), before, command, callers),
                        new Breach(COMMAND, before.id()),
                        step.fields().pointers());
        return new Move(before, (WorkOrderEvent.Moved) event);
    }

    private WorkOrderRow keep(Caller caller, Move move) {
        WorkOrderEvent.Moved event = move.event();
        WorkOrderRow after = move.before().after(event);
        orders.update(caller.tenant(), after);
        events.add(caller.tenant(), List.of(row(after.id(), event)));
        maintenance.follow(caller, after.order());
        Map<String, String> facts =
                Map.of("action", event.action().name(), "state", after.order().state().name());
        audit.accepted(caller, COMMAND, after.id(), facts);
        return movesDue(move.before(), event) ? dueTimes.again(caller.tenant(), after) : after;
    }

    /**
     * A clock that is stopped or started, be it by the end, does not run out when it would have.
     */
    private static boolean movesDue(WorkOrderRow before, WorkOrderEvent.Moved event) {
        return event.has(ActionEffect.PAUSES)
                || event.has(ActionEffect.RESUMES)
                || before.order().due() instanceof Due.Paused
                || before.order().due() instanceof Due.Unknown;
    }

    private Decision<WorkOrderEvent> decide(
            String tenant, WorkOrderRow before, WorkOrderCommand command, List<PostKey> callers) {
        WorkOrder order = before.order();
        Lifecycle lifecycle = lifecycles.of(tenant, order, command);
        Optional<WorkOrderState> end =
                lifecycle
                        .find(order.state(), command.action())
                        .map(Transition::to)
                        .filter(WorkOrderState::isEnd);
        Set<WorkOrderId> open =
                end.isPresent() ? links.openChildren(tenant, before.id()) : Set.of();
        boolean due =
                end.filter(WorkOrderState.CLOSED::equals).isPresent()
                        && callBacks.isDue(tenant, before);
        return order.decide(
                command, lifecycle, new Circumstances(before.workers(), open, callers, due));
    }

    private WorkOrderCommand read(Caller caller, Step step) {
        Given given = new Given();
        Optional<WorkOrderAction> action =
                given.known("/action", step.action(), WorkOrderAction.class);
        Optional<Instant> at =
                new Moments(given, clock.instant()).past(step.fields().time(), step.occurredAt());
        if (step.note() != null) {
            given.text(step.fields().reason(), step.note());
        }
        String assignee = step.assigneeId();
        if (assignee != null && staff.find(caller.tenant(), assignee).isEmpty()) {
            given.unknown(StepFields.ASSIGNEE, assignee);
        }
        given.end();
        return new WorkOrderCommand(
                action.orElseThrow(),
                new Act(rules.actor(caller), at.orElseThrow(), step.note()),
                assignee == null ? null : new StaffId(assignee));
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
