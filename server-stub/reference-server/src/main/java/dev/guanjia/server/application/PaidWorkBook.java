package dev.guanjia.server.application;

import dev.guanjia.money.Money;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.reaction.PaidSteps;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.WorkOrderSteps.Step;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.ProblemCode;
import dev.guanjia.server.store.PaidWorkStore;
import dev.guanjia.server.store.PaidWorkStore.PaidEvent;
import dev.guanjia.server.store.PaidWorkStore.PaidWorkRow;
import dev.guanjia.server.store.PaidWorkStore.Proof;
import dev.guanjia.server.store.WorkOrderStore;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders and their paid work, changed together: who changes either locks the order first. */
@Component
class PaidWorkBook {

    private final Clerk clerk;
    private final WorkOrderStore orders;
    private final PaidWorkStore works;
    private final WorkOrderSteps steps;
    private final Places places;

    PaidWorkBook(
            Clerk clerk,
            WorkOrderStore orders,
            PaidWorkStore works,
            WorkOrderSteps steps,
            Places places) {
        this.clerk = clerk;
        this.orders = orders;
        this.works = works;
        this.steps = steps;
        this.places = places;
    }

    /**
     * A command that is being carried out.
     *
     * @param caller who gave it
     * @param name the command
     * @param orderId of which order
     */
    record Command(Caller caller, String name, String orderId) {

        String tenant() {
            return caller.tenant();
        }
    }

    /**
     * What was recorded.
     *
     * @param action what
     * @param total what it came to
     * @param at when it was done
     * @param proof how we know
     * @param timeField where the request says when
     */
    record Entry(String action, Money total, Instant at, Proof proof, String timeField) {}

    /** The order, locked, of a kind that is paid for. */
    WorkOrderRow order(Command command) {
        clerk.admit(command.caller(), command.name(), command.orderId());
        WorkOrderRow row =
                orders.lock(command.tenant(), command.orderId())
                        .orElseThrow(() -> Fault.notFound(command.orderId()));
        WorkOrderKind kind = row.order().intake().kind();
        if (!PaidSteps.isPaid(kind)) {
            throw PaidServiceRefusal.OTHER_KIND.with(Map.of("kind", kind.name()));
        }
        return row;
    }

    /** The paid work of an order that is locked; empty before the first quote. */
    Optional<PaidWorkRow> find(Command command) {
        return works.find(command.tenant(), command.orderId());
    }

    /** The same, as the caller has seen it; before the first quote nothing is to be seen. */
    Optional<PaidWorkRow> seenIfAny(Command command, @Nullable String ifMatch) {
        Optional<PaidWorkRow> row = find(command);
        if (ifMatch != null) {
            Version.require(ifMatch, row.orElseThrow(Fault::stale).version());
        } else if (row.isPresent()) {
            throw new Fault(ProblemCode.PRECONDITION_REQUIRED);
        }
        return row;
    }

    /** The paid work of an order that is locked, as the caller has seen it. */
    PaidWorkRow seen(Command command, String ifMatch) {
        PaidWorkRow row =
                find(command)
                        .orElseThrow(
                                () ->
                                        PaidServiceRefusal.NOT_QUOTED.with(
                                                Map.of("order", command.orderId())));
        Version.require(ifMatch, row.version());
        return row;
    }

    /** Who has recorded that before about this order, in order. */
    List<StaffId> did(Command command, String action) {
        return works.events(command.tenant(), command.orderId()).stream()
                .filter(event -> event.action().equals(action))
                .map(event -> event.actor().staff())
                .toList();
    }

    /** Keeps where paid work stands, and what was recorded. */
    void keep(Command command, PaidWorkRow row, Entry entry) {
        works.save(command.tenant(), row);
        works.add(
                command.tenant(),
                command.orderId(),
                new PaidEvent(
                        entry.action(),
                        entry.total(),
                        entry.proof(),
                        clerk.actor(command.caller()),
                        entry.at(),
                        clerk.now()));
        clerk.done(
                command.caller(),
                command.name(),
                command.orderId(),
                Map.of("action", entry.action(), "total", entry.total().toString()));
    }

    /** Takes the order itself one step on, once its paid work has come there. */
    WorkOrderRow step(Command command, WorkOrderRow order, WorkOrderAction action, Entry entry) {
        Step step =
                new Step(
                        action.name(),
                        entry.at(),
                        null,
                        entry.proof().note(),
                        StepFields.at(entry.timeField()));
        String tag = Version.tag(order.version());
        return steps.take(command.caller(), command.orderId(), tag, step);
    }

    /** The day of a moment where the order is. */
    LocalDate day(Command command, WorkOrderRow order, Instant at) {
        String community = order.order().intake().community().value();
        return LocalDate.ofInstant(at, places.community(command.tenant(), community).zone());
    }

    /** The time that rows are recorded at. */
    Instant now() {
        return clerk.now();
    }
}
