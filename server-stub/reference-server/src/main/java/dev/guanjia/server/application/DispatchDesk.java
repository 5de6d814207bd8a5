package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.application.DispatchBook.Attempt;
import dev.guanjia.server.application.DispatchBook.Done;
import dev.guanjia.server.application.DispatchBook.Entry;
import dev.guanjia.server.application.DispatchBook.Scene;
import dev.guanjia.server.application.DispatchBook.Seen;
import dev.guanjia.server.application.OrderJobs.Look;
import dev.guanjia.server.application.WorkOrderSteps.Step;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.RotaStore;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.dispatch.Dispatch;
import dev.guanjia.workorder.dispatch.Dispatch.Turn;
import dev.guanjia.workorder.dispatch.DispatchRefusal;
import dev.guanjia.workorder.dispatch.Rota;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gives work orders away, each once. */
@Service
public class DispatchDesk {

    private static final String GIVE = "dispatch-work-order";
    private static final String TAKE = "take-work-order";

    private final Permissions permissions;
    private final WorkOrderSteps steps;
    private final OrderJobs jobs;
    private final Needs needs;
    private final DispatchBook book;
    private final RotaStore rotas;
    private final Clock clock;

    DispatchDesk(
            Permissions permissions,
            WorkOrderSteps steps,
            OrderJobs jobs,
            Needs needs,
            DispatchBook book,
            RotaStore rotas,
            Clock clock) {
        this.permissions = permissions;
        this.steps = steps;
        this.jobs = jobs;
        this.needs = needs;
        this.book = book;
        this.rotas = rotas;
        this.clock = clock;
    }

    /** How an order is to be given away. */
    enum Mode {
        /** To a named person. */
        ASSIGN,
        /** By turns. */
        ROTA,
        /** To the first taker. */
        POOL,
        /** From who has it to a named person. */
        TRANSFER;

        boolean namesSomebody() {
            return this == ASSIGN || this == TRANSFER;
        }
    }

    /**
     * How an order is to be given away.
     *
     * @param mode {@code ASSIGN}, {@code ROTA}, {@code POOL} or {@code TRANSFER}
     * @param assigneeId the person, for {@code ASSIGN} and {@code TRANSFER}; else null
     * @param skill what it takes beyond the post of the worker; null for nothing
     * @param occurredAt when it was done
     * @param reason why this choice; null when nothing was said
     */
    public record Draft(
            String mode,
            @Nullable String assigneeId,
            @Nullable String skill,
            Instant occurredAt,
            @Nullable String reason) {}

    /** What was asked for, read. */
    private record Asked(
            Mode mode,
            @Nullable StaffId named,
            List<QualificationKey> needs,
            Instant at,
            @Nullable String reason) {}

    /**
     * Gives an order away.
     *
     * @param caller who asks
     * @param seen the order
     * @param draft how
     * @return how it was given away
     */
    public Done dispatch(Caller caller, Seen seen, Draft draft) {
        permissions.require(caller, GIVE, seen.id());
        WorkOrderRow row = book.lock(caller, seen);
        Asked asked = read(draft);
        WorkOrderAction action = action(row, asked.mode());
        Attempt attempt = new Attempt(GIVE, asked.at(), asked.reason());
        book.requirePost(caller, row, action, attempt);
        Scene scene = book.scene(caller, row, new Look(action, asked.needs(), asked.at()));
        Dispatch after = decide(caller, scene, asked);
        StaffId worker = after.worker();
        Step step =
                new Step(
                        action.name(),
                        asked.at(),
                        worker == null ? null : worker.value(),
                        asked.reason(),
                        DispatchBook.FIELDS);
        WorkOrderRow then = steps.takeAsDispatched(caller, seen.id(), seen.ifMatch(), step);
        Entry entry = new Entry(asked.mode().name(), worker, after.offered(), attempt);
        return book.keep(caller, scene, then, entry);
    }

    /**
     * Takes an order out of the pool.
     *
     * @param caller who takes it
     * @param seen the order
     * @param occurredAt when
     * @return how it was given away
     */
    public Done take(Caller caller, Seen seen, Instant occurredAt) {
        permissions.require(caller, TAKE, seen.id());
        WorkOrderRow row = book.lock(caller, seen);
        Given given = new Given();
        Optional<Instant> past =
                new Moments(given, clock.instant()).past("/occurred_at", occurredAt);
        given.end();
        Attempt attempt = new Attempt(TAKE, past.orElseThrow(), null);
        book.requirePost(caller, row, WorkOrderAction.TAKE, attempt);
        List<QualificationKey> asked = jobs.lastAsked(caller.tenant(), seen.id());
        Scene scene = book.scene(caller, row, new Look(WorkOrderAction.TAKE, asked, attempt.at()));
        StaffId taker = new StaffId(caller.staffId());
        Refused.unlessAccepted(scene.before().take(taker, scene.proposal(), scene.version()));
        Step step =
                new Step(
                        WorkOrderAction.TAKE.name(), attempt.at(), null, null, DispatchBook.FIELDS);
        WorkOrderRow then = steps.takeAsDispatched(caller, seen.id(), seen.ifMatch(), step);
        Entry entry = new Entry(WorkOrderAction.TAKE.name(), taker, List.of(), attempt);
        return book.keep(caller, scene, then, entry);
    }

    private Asked read(Draft draft) {
        Given given = new Given();
        Optional<Mode> mode = given.known("/mode", draft.mode(), Mode.class);
        Optional<Instant> at =
                new Moments(given, clock.instant()).past("/occurred_at", draft.occurredAt());
        List<QualificationKey> skills = needs.read(given, "/skill", draft.skill());
        String named = draft.assigneeId();
        if (mode.isPresent() && mode.get().namesSomebody() == (named == null)) {
            wrongAssignee(given, named);
        }
        if (draft.reason() != null) {
            given.text("/reason", draft.reason());
        }
        given.end();
        return new Asked(
                mode.orElseThrow(),
                named == null ? null : new StaffId(named),
                skills,
                at.orElseThrow(),
                draft.reason());
    }

    private static void wrongAssignee(Given given, @Nullable String named) {
        if (named == null) {
            given.faults().add("/assignee_id", FieldCode.MISSING, Map.of());
        } else {
            given.wrong("/assignee_id", FieldCode.OUT_OF_RANGE, "expected", "nobody");
        }
    }

    /** Some kinds call it dispatch, others assign. */
    private static WorkOrderAction action(WorkOrderRow row, Mode mode) {
        return switch (mode) {
            case ROTA -> WorkOrderAction.DISPATCH_BY_ROTA;
            case POOL -> WorkOrderAction.POOL;
            case TRANSFER -> WorkOrderAction.TRANSFER;
            case ASSIGN ->
                    DispatchBook.isLegal(row, WorkOrderAction.ASSIGN)
                            ? WorkOrderAction.ASSIGN
                            : WorkOrderAction.DISPATCH;
        };
    }

    private Dispatch decide(Caller caller, Scene scene, Asked asked) {
        StaffId named = asked.named();
        if (named != null && asked.mode() == Mode.TRANSFER) {
            return Refused.unlessAccepted(
                    scene.before().transfer(named, scene.proposal(), scene.version()),
                    DispatchDesk::pointer);
        }
        if (named != null) {
            return Refused.unlessAccepted(
                    scene.before().assign(named, scene.proposal(), scene.version()),
                    DispatchDesk::pointer);
        }
        if (asked.mode() == Mode.POOL || scene.proposal().ranked().isEmpty()) {
            return Refused.unlessAccepted(scene.before().offer(scene.proposal(), scene.version()));
        }
        String community = scene.row().order().intake().community().value();
        List<StaffId> members = Crews.members(scene.proposal());
        Rota rota =
                rotas.lock(caller.tenant(), community)
                        .map(stored -> stored.with(members))
                        .orElseGet(() -> Rota.of(members));
        Turn turn =
                Refused.unlessAccepted(
                        scene.before().next(rota, scene.proposal(), scene.version()));
        rotas.turn(caller.tenant(), community, turn.rota());
        return turn.dispatch();
    }

    /** What is said against the named worker lies in the field that names them. */
    private static @Nullable String pointer(Refusal reason) {
        boolean ofWorker =
                reason.facts().containsKey("staff") && reason.code() != DispatchRefusal.TAKEN;
        return ofWorker ? StepFields.ASSIGNEE : null;
    }
}
