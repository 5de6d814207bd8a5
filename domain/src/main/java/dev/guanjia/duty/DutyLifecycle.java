package dev.guanjia.duty;

import static dev.guanjia.duty.DutyAction.CONFIRM;
import static dev.guanjia.duty.DutyAction.ESCALATE;
import static dev.guanjia.duty.DutyAction.PERFORM;
import static dev.guanjia.duty.DutyAction.RETURN;
import static dev.guanjia.duty.DutyAction.WAIVE;
import static dev.guanjia.duty.DutyState.CONFIRMED;
import static dev.guanjia.duty.DutyState.DUE;
import static dev.guanjia.duty.DutyState.ESCALATED;
import static dev.guanjia.duty.DutyState.PERFORMED;
import static dev.guanjia.duty.DutyState.WAIVED;

import dev.guanjia.decision.TransitionTable;

/** The one place that knows which action leads where. */
public final class DutyLifecycle {

    /** Every allowed move; anything else is refused with {@code duty-wrong-state}. */
    public static final TransitionTable<DutyState, DutyAction> TABLE =
            TransitionTable.starting(DutyState.class, DutyAction.class, DUE)
                    .move(DUE, PERFORM, PERFORMED)
                    .move(DUE, ESCALATE, ESCALATED)
                    .move(DUE, WAIVE, WAIVED)
                    .move(ESCALATED, PERFORM, PERFORMED)
                    .move(ESCALATED, ESCALATE, ESCALATED) // one level higher each time
                    .move(ESCALATED, WAIVE, WAIVED)
                    .move(PERFORMED, CONFIRM, CONFIRMED)
                    .move(PERFORMED, RETURN, DUE)
                    .build();

    private DutyLifecycle() {}
}
