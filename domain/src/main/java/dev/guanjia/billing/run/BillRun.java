package dev.guanjia.billing.run;

import dev.guanjia.billing.BillingRefusal;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.Actor;
import dev.guanjia.property.CommunityId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The charges of a community for a month on their way to the accounts.
 *
 * @param id which one
 * @param community whose units are charged
 * @param period the month
 * @param dueOn the last day on which its charges are not late
 * @param state where it stands
 * @param progress how far the calculation is, complete once it is finished; and then the entering,
 *     which makes charges bind some at a time
 */
public record BillRun(
        BillRunId id,
        CommunityId community,
        ServicePeriod period,
        LocalDate dueOn,
        BillRunState state,
        BillRunProgress progress) {

    /** What has left the calculation has calculated every unit; what is entered, every charge. */
    public BillRun {
        boolean needsEveryUnit =
                switch (state) {
                    case CALCULATING, CANCELLED -> false;
                    case CALCULATED, CONFIRMED, REPORTED, ENTERING, ENTERED -> true;
                };
        boolean mayBeEntered =
                switch (state) {
                    case ENTERING -> true;
                    case ENTERED -> progress.isEntered();
                    default -> progress.entered() == 0;
                };
        if (!mayBeEntered || (needsEveryUnit && !progress.isComplete())) {
            throw new IllegalArgumentException(state + " with " + progress);
        }
    }

    /**
     * Decides on the next step. Whether the actor's post may take it is the table's posts column
     * and asked before; here the actor is recorded.
     *
     * @param action what is attempted
     * @param actor who does it
     * @param occurredAt when
     * @return the event; or refused because the action does not start here, naming those that do,
     *     or because the calculation to be finished has not reached every unit, or the entering not
     *     every charge
     */
    public Decision<BillRunEvent> transition(
            BillRunAction action, Actor actor, Instant occurredAt) {
        boolean finishes = action == BillRunAction.FINISH;
        if (finishes && state == BillRunState.CALCULATING && !progress.isComplete()) {
            return Decision.refuse(List.of(incomplete()));
        }
        if (finishes && state == BillRunState.ENTERING && !progress.isEntered()) {
            return Decision.refuse(List.of(halfEntered()));
        }
        return BillRunLifecycle.next(state, action)
                .map(to -> new BillRunEvent(id, action, state, to, actor, occurredAt))
                .map(Decision::accept)
                .orElseGet(() -> Decision.refuse(List.of(wrongState(action))));
    }

    /**
     * The run with other numbers.
     *
     * @param next how far it is then
     * @return the run in the same state
     */
    public BillRun with(BillRunProgress next) {
        return new BillRun(id, community, period, dueOn, state, next);
    }

    BillRun in(BillRunState next) {
        return new BillRun(id, community, period, dueOn, next, progress);
    }

    private Refusal incomplete() {
        return BillingRefusal.BILL_RUN_INCOMPLETE.because(
                "run",
                id.value(),
                "done",
                Integer.toString(progress.unitsDone()),
                "total",
                Integer.toString(progress.unitsTotal()));
    }

    private Refusal halfEntered() {
        return BillingRefusal.BILL_RUN_HALF_ENTERED.because(
                "run",
                id.value(),
                "done",
                Integer.toString(progress.entered()),
                "total",
                Integer.toString(progress.charged()));
    }

    private Refusal wrongState(BillRunAction action) {
        return BillingRefusal.BILL_RUN_WRONG_STATE.because(
                "run", id.value(),
                "state", state.name(),
                "action", action.name(),
                "legal", BillRunLifecycle.legal(state));
    }
}
