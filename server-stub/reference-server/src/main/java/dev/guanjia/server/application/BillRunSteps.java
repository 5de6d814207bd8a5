package dev.guanjia.server.application;

import dev.guanjia.billing.run.BillRunAction;
import dev.guanjia.billing.run.BillRunEvent;
import dev.guanjia.billing.run.BillRunState;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.BillRunStore;
import dev.guanjia.server.store.BillRunStore.BillRunRow;
import dev.guanjia.server.store.OutcomeStore;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Takes a calculated run to the books: confirmed, reported, and entered in the background. */
@Service
public class BillRunSteps {

    private final Clerk clerk;
    private final BusinessTime times;
    private final BillRunStore runs;
    private final OutcomeStore outcomes;
    private final Entering entering;
    private final BillRunWorker worker;

    BillRunSteps(
            Clerk clerk,
            BusinessTime times,
            BillRunStore runs,
            OutcomeStore outcomes,
            Entering entering,
            BillRunWorker worker) {
        this.clerk = clerk;
        this.times = times;
        this.runs = runs;
        this.outcomes = outcomes;
        this.entering = entering;
        this.worker = worker;
    }

    /**
     * A step as it was given.
     *
     * @param action what is done; the end of calculating and entering is nobody's step
     * @param occurredAt when
     */
    public record Draft(String action, OffsetDateTime occurredAt) {}

    private record Step(BillRunAction action, Instant occurredAt) {

        String command() {
            return action.name().toLowerCase(Locale.ROOT) + "-bill-run";
        }
    }

    /**
     * Takes a run one step on.
     *
     * @param caller who asks
     * @param id the bill run id
     * @param ifMatch the version last seen
     * @param draft the step
     * @return the run as it is now
     */
    public BillRunRow take(Caller caller, String id, String ifMatch, Draft draft) {
        Step step = read(draft);
        clerk.admit(caller, step.command(), id);
        BillRunRow old = runs.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Version.require(ifMatch, old.version());
        times.require(step.occurredAt());
        BillRunEvent event =
                Refused.unlessAccepted(
                        old.run()
                                .transition(step.action(), clerk.actor(caller), step.occurredAt()));
        BillRunRow row = old.next(event.applyTo(old.run()), old.lastUnitSeq());
        runs.update(caller.tenant(), row);
        runs.add(caller.tenant(), event, clerk.now());
        if (event.to() == BillRunState.ENTERING) {
            entering.begin(caller, row, step.occurredAt());
            worker.wakeAfterCommit();
        }
        if (event.to() == BillRunState.CANCELLED) {
            outcomes.giveUp(caller.tenant(), id);
        }
        clerk.done(caller, step.command(), id, Map.of("occurred_at", step.occurredAt().toString()));
        return row;
    }

    private static Step read(Draft draft) {
        Given given = new Given();
        Optional<BillRunAction> action =
                given.known("/action", draft.action(), BillRunAction.class)
                        .filter(known -> known != BillRunAction.FINISH);
        if (draft.action().equals(BillRunAction.FINISH.name())) {
            given.unknown("/action", draft.action());
        }
        given.day("/occurred_at", draft.occurredAt().toLocalDate());
        given.end();
        return new Step(action.orElseThrow(), draft.occurredAt().toInstant());
    }
}
