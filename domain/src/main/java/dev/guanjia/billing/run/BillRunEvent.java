package dev.guanjia.billing.run;

import dev.guanjia.organisation.Actor;
import java.time.Instant;

/**
 * A bill run moved on.
 *
 * @param run which one
 * @param action what was done
 * @param from where it was
 * @param to where it is now
 * @param actor who did it, in which post
 * @param occurredAt when
 */
public record BillRunEvent(
        BillRunId run,
        BillRunAction action,
        BillRunState from,
        BillRunState to,
        Actor actor,
        Instant occurredAt) {

    /**
     * The run after the event.
     *
     * @param before the run it happened to
     * @return the run in its new state
     * @throws IllegalArgumentException if it is another run, or not in the state it was
     */
    public BillRun applyTo(BillRun before) {
        if (!before.id().equals(run) || before.state() != from) {
            throw new IllegalArgumentException(
                    "event of " + run + " in " + from + " does not fit " + before);
        }
        return before.in(to);
    }
}
