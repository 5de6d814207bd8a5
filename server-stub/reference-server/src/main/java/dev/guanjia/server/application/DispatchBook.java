package dev.guanjia.server.application;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.OrderJobs.Look;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.DispatchStore;
import dev.guanjia.server.store.DispatchStore.Author;
import dev.guanjia.server.store.DispatchStore.Choice;
import dev.guanjia.server.store.DispatchStore.DispatchRow;
import dev.guanjia.server.store.WorkOrderStore;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.Act;
import dev.guanjia.workorder.WorkOrderCommand;
import dev.guanjia.workorder.dispatch.Dispatch;
import dev.guanjia.workorder.dispatch.Dispatch.Way;
import dev.guanjia.workorder.dispatch.Proposal;
import dev.guanjia.workorder.dispatch.Rank;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the dispatch of an order stands, and what is kept of it. */
@Component
public class DispatchBook {

    static final StepFields FIELDS = new StepFields("/occurred_at", "/reason");

    private final WorkOrderStore orders;
    private final DispatchReader reader;
    private final DispatchStore store;
    private final CompanyRules rules;
    private final Lifecycles lifecycles;
    private final Audit audit;
    private final Clock clock;

    DispatchBook(
            WorkOrderStore orders,
            DispatchReader reader,
            DispatchStore store,
            CompanyRules rules,
            Lifecycles lifecycles,
            Audit audit,
            Clock clock) {
        this.orders = orders;
        this.reader = reader;
        this.store = store;
        this.rules = rules;
        this.lifecycles = lifecycles;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Which order, as it was seen.
     *
     * @param id the order
     * @param ifMatch the versions that the caller has seen
     */
    public record Seen(String id, String ifMatch) {}

    /**
     * An order given away.
     *
     * @param row how
     * @param version of the order afterwards
     */
    public record Done(DispatchRow row, long version) {}

    /**
     * What is attempted.
     *
     * @param command the command
     * @param at when it was done
     * @param reason why this choice; null when nothing was said
     */
    record Attempt(String command, Instant at, @Nullable String reason) {}

    /**
     * What is kept of a dispatch beside the order.
     *
     * @param way how it was given away
     * @param worker to whom; null when to nobody yet
     * @param offered to whom it was offered
     * @param attempt what was attempted
     */
    record Entry(String way, @Nullable StaffId worker, List<StaffId> offered, Attempt attempt) {}

    /** An order that is locked, and who could do it. */
    record Scene(WorkOrderRow row, Proposal proposal, Dispatch before) {

        long version() {
            return row.version();
        }
    }

    /** The order, which nobody else changes until the transaction ends. */
    WorkOrderRow lock(Caller caller, Seen seen) {
        WorkOrderRow row =
                orders.lock(caller.tenant(), seen.id())
                        .orElseThrow(() -> Fault.notFound(seen.id()));
        Version.require(seen.ifMatch(), row.version());
        return row;
    }

    /** Whether the step may be taken where the order stands. */
    static boolean isLegal(WorkOrderRow row, WorkOrderAction action) {
        return Lifecycle.of(row.order().intake().kind())
                .find(row.order().state(), action)
                .isPresent();
    }

    /** Who may not take the step learns nothing of who could be sent. */
    void requirePost(Caller caller, WorkOrderRow row, WorkOrderAction action, Attempt attempt) {
        if (!isLegal(row, action)) {
            return;
        }
        Actor actor = rules.actor(caller);
        StaffId somebody =
                action == WorkOrderAction.POOL || action == WorkOrderAction.TAKE
                        ? null
                        : actor.staff();
        WorkOrderCommand command =
                new WorkOrderCommand(
                        action, new Act(actor, attempt.at(), attempt.reason()), somebody);
        Ruling.unlessRefused(
                lifecycles.decide(caller.tenant(), row.order(), command),
                new Breach(attempt.command(), row.id()),
                FIELDS.pointers());
    }

    /** Who could do an order as it is looked at. */
    Scene scene(Caller caller, WorkOrderRow row, Look look) {
        Proposal proposal = reader.propose(caller.tenant(), row.order(), look);
        return new Scene(row, proposal, standing(caller.tenant(), row));
    }

    /** What the order says of its dispatch; of a pool opened by a plain step nobody was told. */
    private Dispatch standing(String tenant, WorkOrderRow row) {
        StaffId worker = row.order().handling().assignee();
        if (worker != null) {
            return new Dispatch(Way.ASSIGNMENT, List.of(), worker, row.version());
        }
        if (row.order().state() != WorkOrderState.POOLED) {
            return new Dispatch(null, List.of(), null, row.version());
        }
        List<StaffId> told =
                store.latest(tenant, row.id())
                        .filter(last -> last.choice().way().equals(Way.POOL.name()))
                        .map(last -> last.offered().stream().map(StaffId::new).toList())
                        .orElse(List.of());
        return new Dispatch(Way.POOL, told, null, row.version());
    }

    /** Keeps how an order was given away, and why so. */
    Done keep(Caller caller, Scene scene, WorkOrderRow then, Entry entry) {
        DispatchRow row =
                new DispatchRow(
                        0,
                        Ids.next("dp"),
                        then.id(),
                        choice(scene.proposal(), then.order().state(), entry),
                        entry.offered().stream().map(StaffId::value).toList(),
                        new Author(
                                caller.staffId(),
                                caller.actingPost().orElseThrow(),
                                entry.attempt().at(),
                                clock.instant()));
        store.add(caller.tenant(), row);
        audit.accepted(caller, entry.attempt().command(), then.id(), Map.of("way", entry.way()));
        return new Done(row, then.version());
    }

    private static Choice choice(Proposal proposal, WorkOrderState state, Entry entry) {
        StaffId worker = entry.worker();
        Optional<Rank> rank =
                proposal.ranked().stream()
                        .filter(each -> each.worker().staff().equals(worker))
                        .findFirst();
        return new Choice(
                entry.way(),
                state.name(),
                worker == null ? null : worker.value(),
                proposal.job().needs().stream().map(QualificationKey::value).toList(),
                rank.map(Rank::place).orElse(null),
                rank.map(each -> each.by().name()).orElse(null),
                entry.attempt().reason());
    }
}
