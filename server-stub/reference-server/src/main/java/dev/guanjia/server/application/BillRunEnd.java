package dev.guanjia.server.application;

import dev.guanjia.billing.run.BillRun;
import dev.guanjia.billing.run.BillRunAction;
import dev.guanjia.billing.run.BillRunEvent;
import dev.guanjia.organisation.Actor;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.BillRunStore;
import dev.guanjia.server.store.BillRunStore.RunKey;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The step that a run takes by itself, when all of it is calculated or entered. */
@Component
class BillRunEnd {

    private final BillRunStore runs;
    private final Clock clock;

    BillRunEnd(BillRunStore runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** The run after its end, which is recorded for whoever began it. */
    BillRun of(RunKey key, BillRun run, Actor by) {
        Instant now = clock.instant();
        BillRunEvent event = Refused.unlessAccepted(run.transition(BillRunAction.FINISH, by, now));
        runs.add(key.tenant(), event, now);
        return event.applyTo(run);
    }
}
