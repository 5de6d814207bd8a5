package dev.guanjia.workorder;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has been done about a work order so far.
 *
 * @param assignee who does the work; null until somebody is named, or where an import names nobody
 * @param outcome what came of it
 * @param endedAt since when the outcome stands: the <em>last</em> resolution, the verdict or the
 *     giving up; null while open, or where an import does not say
 * @param callBacks how many times the customer was asked, zero or more
 * @param lastEventAt when anything was last done; the next event is not before it
 */
public record Handling(
        @Nullable StaffId assignee,
        WorkOrderOutcome outcome,
        @Nullable Instant endedAt,
        int callBacks,
        Instant lastEventAt) {

    /**
     * What is open has not ended; what was handled has, at a known time not after the last event.
     */
    public Handling {
        if (outcome == WorkOrderOutcome.OPEN && endedAt != null) {
            throw new IllegalArgumentException("open order ended at " + endedAt);
        }
        if (outcome == WorkOrderOutcome.HANDLED && endedAt == null) {
            throw new IllegalArgumentException("handled order ended at no time");
        }
        if (endedAt != null && endedAt.isAfter(lastEventAt)) {
            throw new IllegalArgumentException(
                    "order ended at " + endedAt + ", after its last event at " + lastEventAt);
        }
        if (callBacks < 0) {
            throw new IllegalArgumentException("call-backs must not be negative: " + callBacks);
        }
    }

    /**
     * Nothing has been done yet.
     *
     * @param receivedAt when the matter reached us
     * @return the handling of a new order
     */
    public static Handling none(Instant receivedAt) {
        return new Handling(null, WorkOrderOutcome.OPEN, null, 0, receivedAt);
    }

    /**
     * When the work was last reported done.
     *
     * @return empty while it is not, and for what was invalid or given up
     */
    public Optional<Instant> resolvedAt() {
        return outcome == WorkOrderOutcome.HANDLED
                ? Optional.ofNullable(endedAt)
                : Optional.empty();
    }

    Handling at(Instant event) {
        return new Handling(assignee, outcome, endedAt, callBacks, event);
    }

    Handling assignedTo(@Nullable StaffId worker) {
        return new Handling(worker, outcome, endedAt, callBacks, lastEventAt);
    }

    Handling calledBack() {
        return new Handling(assignee, outcome, endedAt, callBacks + 1, lastEventAt);
    }

    /** The outcome as of the last event; open again when that is the outcome. */
    Handling as(WorkOrderOutcome now) {
        Instant since = now == WorkOrderOutcome.OPEN ? null : lastEventAt;
        return new Handling(assignee, now, since, callBacks, lastEventAt);
    }
}
