package dev.guanjia.server.application;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.application.CallBackBook.Matter;
import dev.guanjia.server.application.DispatchBook.Seen;
import dev.guanjia.server.application.WorkOrderSteps.Step;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.CallBackStore;
import dev.guanjia.server.store.CallBackStore.CallRow;
import dev.guanjia.server.store.WorkOrderStore;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.Act;
import dev.guanjia.workorder.WorkOrderCommand;
import dev.guanjia.workorder.callback.CallBack;
import dev.guanjia.workorder.callback.CallBack.Result;
import dev.guanjia.workorder.callback.CallBack.Way;
import dev.guanjia.workorder.callback.Callers.Company;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Enters what customers say of the work. */
@Service
public class CallBackDesk {

    private static final String COMMAND = "record-call-back";

    private final Permissions permissions;
    private final WorkOrderStore orders;
    private final WorkOrderSteps steps;
    private final CallBackBook book;
    private final CallBackStore store;
    private final CompanyRules rules;
    private final Lifecycles lifecycles;
    private final Audit audit;
    private final Clock clock;

    CallBackDesk(
            Permissions permissions,
            WorkOrderStore orders,
            WorkOrderSteps steps,
            CallBackBook book,
            CallBackStore store,
            CompanyRules rules,
            Lifecycles lifecycles,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.orders = orders;
        this.steps = steps;
        this.book = book;
        this.store = store;
        this.rules = rules;
        this.lifecycles = lifecycles;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What came of a call.
     *
     * @param way how the customer was reached
     * @param result what they said
     * @param reasons why
     * @param occurredAt when
     * @param note what was said; null when nothing is to be remembered
     */
    public record Draft(
            String way,
            String result,
            List<String> reasons,
            Instant occurredAt,
            @Nullable String note) {

        /** Copies. */
        public Draft {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A call that was entered.
     *
     * @param row the call
     * @param version of the order afterwards
     */
    public record Done(CallRow row, long version) {}

    /**
     * Enters a call, or the attempt.
     *
     * @param caller who called
     * @param seen the order
     * @param draft what came of it
     * @return the call
     */
    public Done record(Caller caller, Seen seen, Draft draft) {
        permissions.require(caller, COMMAND, seen.id());
        WorkOrderRow row =
                orders.lock(caller.tenant(), seen.id())
                        .orElseThrow(() -> Fault.notFound(seen.id()));
        Version.require(seen.ifMatch(), row.version());
        CallBack call = read(rules.actor(caller), draft);
        Matter matter = book.matters(caller.tenant(), List.of(row)).get(0);
        List<PostKey> callers = decide(caller, matter, call);
        WorkOrderRow then =
                call.result() == Result.UNANSWERED
                        ? row
                        : steps.takeAsCalled(caller, seen, step(call, draft.note()), callers);
        CallRow kept =
                new CallRow(
                        0,
                        Ids.next("cb"),
                        row.id(),
                        call,
                        draft.note(),
                        then.order().state().name(),
                        clock.instant());
        store.add(caller.tenant(), kept);
        audit.accepted(caller, COMMAND, row.id(), Map.of("result", call.result().name()));
        return new Done(kept, then.version());
    }

    private CallBack read(Actor actor, Draft draft) {
        Given given = new Given();
        Optional<Way> way = given.known("/way", draft.way(), Way.class);
        Optional<Result> result = given.known("/result", draft.result(), Result.class);
        Optional<Instant> at =
                new Moments(given, clock.instant()).past("/occurred_at", draft.occurredAt());
        if (draft.note() != null) {
            given.text("/note", draft.note());
        }
        given.end();
        return new CallBack(
                way.orElseThrow(), actor, at.orElseThrow(), result.orElseThrow(), draft.reasons());
    }

    /** Who may call, then whether the order waits for it, then what was said. */
    private List<PostKey> decide(Caller caller, Matter matter, CallBack call) {
        WorkOrderRow row = matter.row();
        Breach attempt = new Breach(COMMAND, row.id());
        String community = row.order().intake().community().value();
        LocalDate day = LocalDate.ofInstant(call.at(), book.zone(caller.tenant(), community));
        Company company = book.company(caller.tenant(), day);
        Refused.unlessAuthorised(
                matter.callers().check(call.caller(), matter.workers(), company), attempt);
        List<PostKey> callers =
                matter.callers().posts().stream()
                        .flatMap(key -> company.posts().apply(key).stream())
                        .distinct()
                        .toList();
        WorkOrderCommand command =
                new WorkOrderCommand(action(call), new Act(call.caller(), call.at(), null), null);
        Ruling.unlessRefused(
                lifecycles.call(caller.tenant(), row.order(), command, callers),
                attempt,
                StepFields.USUAL.pointers());
        Instant done = row.order().handling().endedAt();
        Refused.unlessAccepted(
                matter.file()
                        .enter(
                                call,
                                done == null
                                        ? row.order().intake().reception().receivedAt()
                                        : done),
                reason -> CallBackFields.of(reason, call.reasons()));
        return callers;
    }

    private static WorkOrderAction action(CallBack call) {
        return call.result() == Result.UNSATISFIED
                ? WorkOrderAction.CALL_BACK_UNSATISFIED
                : WorkOrderAction.CALL_BACK_SATISFIED;
    }

    /** Who did not answer leaves the order where it stands. */
    private static Step step(CallBack call, @Nullable String note) {
        return new Step(action(call).name(), call.at(), null, note);
    }
}
